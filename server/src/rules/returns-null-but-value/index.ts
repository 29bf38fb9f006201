import { codeLike, indentAt } from '../../edits/style.ts';
import { char, Cursor } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import { describedValue } from '../describeReturns.ts';
import { returnTypeOf } from '../phpTypes.ts';
import { resultRule } from '../results.ts';
import type { Result } from '../results.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const returnsNullButValue = resultRule(
  { id: 'returns-null-but-value', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (result) {
    if (result.returns) return;
    for (const value of result.statements.values) {
      // What is called may return nothing either.
      if (!value || value.kind === 'null' || value.kind === 'call') continue;
      const message = l10n.t(
        'No result is described: over REST clients get null, and over AJAX what nothing has checked.',
      );
      yield { ...result.at(value, message, []), suggest: () => described(result, value) };
    }
  },
);

/** A description of this value instead of null. */
function described({ file, describing, edit }: Result, value: Span): Fix[] {
  const cls = file.islands.classes.find(({ members }) => members.some(({ start }) => start === describing?.start));
  if (!cls || !describing?.body || returnTypeOf(file, describing)) return [];
  const c = new Cursor(file.islands.tokens);
  const { first, last } = describing.body;
  const [word, nothing, end] = [c.next(first + 1), c.next(c.next(first + 1) + 1), c.previous(last - 2)];
  if (
    !c.isWord(word, 'return') ||
    !c.isWord(nothing, 'null') ||
    c.next(nothing + 1) !== end ||
    c.kind(end) !== char(';')
  )
    return [];
  const { code, imports } = describedValue(file, cls, value);
  const title = l10n.t('Describe it in {0}()', describing.name);
  return [
    { title, edits: [...imports, edit(c.span(nothing), codeLike(file, code, indentAt(file.text, c.start(word))))] },
  ];
}
