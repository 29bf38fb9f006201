import { parametersOf } from '../described.ts';
import { queriesIn } from '../queries.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const clientParamFormat: Rule = {
  id: 'client-param-format',
  defaultSeverity: 'hint',
  needsCompleteSchema: true,
  *check(context): Generator<Finding> {
    for (const { name, parts } of queriesIn(context)) {
      const called = parametersOf(context.snapshot, name);
      for (const part of called ? parts : []) {
        const node = called?.keys.find(([key]) => key === part.name)?.[1];
        if (!node || node.kind === 'value' || part.isIndexed || !/^(\[|\{|%5B|%7B)/i.test(part.value)) continue;
        yield {
          start: part.start,
          end: part.end,
          message: l10n.t(
            'REST takes lists and structures as {0}, not as JSON: Moodle answers “Only arrays accepted”.',
            `${part.name}[0]=…`,
          ),
        };
      }
    }
  },
};
