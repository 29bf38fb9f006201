import { lacksChecks, lacksContext } from '../contextChecks.ts';
import { contextFixes } from '../contextEdits.ts';
import { methodRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const noContextNoCapability = methodRule(
  { id: 'no-context-no-capability', defaultSeverity: 'warning', tags: ['security'], fixes: 'suggest' },
  function* (method) {
    if (!lacksContext(method) || !lacksChecks(method)) return;
    const { member, related } = method;
    yield {
      ...member.nameSpan,
      message: l10n.t('No context is validated and no capability is checked: nothing to be seen here stops a user.'),
      related,
      suggest: () => contextFixes(method),
    };
  },
);
