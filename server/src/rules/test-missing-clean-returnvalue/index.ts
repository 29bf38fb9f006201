import { tokenAt } from '../../edits/arrayEdits.ts';
import { callText, eolOf, indentAt } from '../../edits/style.ts';
import { char, Cursor } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { describedOf } from '../described.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { testedCalls, isTestFile } from '../testFiles.ts';
import * as l10n from '@vscode/l10n';

export const testMissingCleanReturnvalue: Rule = {
  id: 'test-missing-clean-returnvalue',
  defaultSeverity: 'hint',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    if (!isTestFile(document.path) || /clean_returnvalue|call_external_function/.test(document.text.getText())) return;
    for (const { fn, start, end } of testedCalls(context)) {
      if (!describedOf(snapshot, fn.name)?.returns) continue;
      const change = cleaned(context, { start, end });
      yield {
        start,
        end,
        message: l10n.t('The test does not clean what is returned: mistakes in the description of it stay unseen.'),
        suggest: change && (() => [change]),
      };
      return;
    }
  },
};

/** Cleans the variable of `$result = C::execute(…);` on the next line. */
function cleaned({ snapshot, document, targets }: RuleContext, method: Span): Fix | undefined {
  const file = snapshot.file(document.path);
  if (!file) return undefined;
  const c = new Cursor(file.islands.tokens);
  const name = tokenAt(c, method.start);
  const cls = c.previous(c.previous(name - 1) - 1);
  const equals = c.previous(cls - 1);
  const variable = c.previous(equals - 1);
  const close = c.match(c.next(name + 1));
  const end = c.next(close + 1);
  const isStatement = /^[;{}]$/.test(c.text(c.previous(variable - 1))) && c.kind(end) === char(';');
  if (close < 0 || !isStatement || c.kind(equals) !== char('=') || c.kind(variable) !== T.Variable) return undefined;
  const isImported = file.islands.scope.classes.has('external_api');
  const isOld = targets.from > 0 && targets.from < 402;
  const api = isImported ? 'external_api' : isOld ? '\\external_api' : '\\core_external\\external_api';
  const result = c.text(variable);
  const eol = eolOf(file.text);
  const indent = indentAt(file.text, c.start(variable));
  const args = [`${c.text(cls)}::${c.text(name)}_returns()`, result];
  const text = `${eol}${indent}${callText(`${result} = ${api}::clean_returnvalue`, args, indent, 1)};`.replace(
    /\r?\n/g,
    eol,
  );
  return {
    title: l10n.t('Clean what is returned'),
    edits: [{ path: file.path, start: c.end(end), end: c.end(end), text }],
  };
}
