import { callSites } from '../../callers/callSites.ts';
import { arrayAt, tokenAt } from '../../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../../edits/arrayEdits.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { Cursor, char } from '../../php/cursor.ts';
import type { Span } from '../../php/cursor.ts';
import { parametersOf, declaredAt } from '../described.ts';
import { nearestName } from '../nearest.ts';
import { unquoted, wouldBeIndexed } from '../places.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const phpCallUnknown: Rule = {
  id: 'php-call-unknown',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    // Tests call what does not exist on purpose.
    if (document.path.includes('/tests/')) return;
    const file = document.path.endsWith('.php') ? snapshot.file(document.path) : undefined;
    for (const { kind, name, span } of callSites(document)) {
      if (kind !== 'php') continue;
      if (!snapshot.functions.has(name)) {
        if (!wouldBeIndexed(snapshot, name)) continue;
        yield withNearest(
          l10n.t('No component declares {0}.', name),
          nearestName(name, snapshot.comparableNames),
          document,
          span,
        );
        continue;
      }
      const called = parametersOf(snapshot, name);
      const args = file && called ? argumentsBehind(file, span) : undefined;
      for (const { key, keySpan } of args?.items ?? []) {
        if (!called || !file || key === undefined || !keySpan || called.keys.some(([one]) => one === key)) continue;
        const message = l10n.t('{0} has no such parameter: Moodle refuses the call.', name);
        const nearest = nearestName(
          key,
          called.keys.map(([one]) => one),
        );
        yield { ...withNearest(message, nearest, document, unquoted(file, keySpan)), related: declaredAt(called.fn) };
      }
    }
  },
};

/** The array that is passed behind the name. */
function argumentsBehind(file: SourceFile, name: Span): ArrayLiteral | undefined {
  const c = new Cursor(file.islands.tokens);
  const comma = c.next(tokenAt(c, name.end));
  return c.kind(comma) === char(',') ? arrayAt(file, c.span(c.next(comma + 1))) : undefined;
}
