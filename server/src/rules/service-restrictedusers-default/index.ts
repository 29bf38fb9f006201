import { serviceRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceRestrictedusersDefault = serviceRule(
  { id: 'service-restrictedusers-default', defaultSeverity: 'info', tags: ['security'], fixes: 'suggest' },
  function* (entry) {
    if (!entry.lacks('restrictedusers')) return;
    yield {
      ...entry.name,
      message: l10n.t('Without restrictedusers the service is for users on its list only: write it out.'),
      suggest: choices(
        entry.insert('restrictedusers', '1', 'requiredcapability', 'functions'),
        entry.insert('restrictedusers', '0', 'requiredcapability', 'functions'),
      ),
    };
  },
);
