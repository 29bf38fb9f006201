import type { MemberIsland } from '../../php/islands.ts';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const methodOrder: Rule = {
  id: 'method-order',
  defaultSeverity: 'hint',
  tags: ['convention'],
  *check(context): Generator<Finding> {
    const seen = new Set<MemberIsland>();
    for (const { implementation } of implementedFunctions(context)) {
      const { method, parameters, returns } = implementation;
      const here = [parameters, method, returns].flatMap((found) =>
        found?.cls.path === context.document.path ? [found.member] : [],
      );
      const [first, second, third] = here;
      if (!first || !second || !third || seen.has(second)) continue;
      seen.add(second);
      if (first.start < second.start && second.start < third.start) continue;
      yield {
        ...second.nameSpan,
        message: l10n.t('The usual order is {0}, {1}, {2}.', first.name, second.name, third.name),
      };
    }
  },
};
