import { lacksChecks, lacksContext } from '../contextChecks.ts';
import { contextFixes } from '../contextEdits.ts';
import { methodRule } from '../methods.ts';
import * as l10n from '@vscode/l10n';

export const validateContextMissing = methodRule(
  { id: 'validate-context-missing', defaultSeverity: 'warning', tags: ['security'], fixes: 'suggest' },
  function* (method) {
    // Where nothing else is checked either, no-context-no-capability says so.
    if (!lacksContext(method) || lacksChecks(method)) return;
    const { member, related } = method;
    yield {
      ...member.nameSpan,
      message: l10n.t('No context is validated: Moodle does not check whether the user may enter it.'),
      related,
      suggest: () => contextFixes(method),
    };
  },
);
