import { parametersOf } from '../described.ts';
import { nearestName } from '../nearest.ts';
import { queriesIn } from '../queries.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const clientWsfunctionArgs: Rule = {
  id: 'client-wsfunction-args',
  defaultSeverity: 'warning',
  needsCompleteSchema: true,
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { name, parts } of queriesIn(context)) {
      const called = parametersOf(context.snapshot, name);
      const names = called?.keys.map(([key]) => key) ?? [];
      for (const part of called ? parts : []) {
        if (names.includes(part.name)) continue;
        const message = l10n.t('{0} has no such parameter: Moodle refuses the call.', name);
        yield withNearest(message, nearestName(part.name, names), context.document, {
          start: part.start,
          end: part.end,
        });
      }
    }
  },
};
