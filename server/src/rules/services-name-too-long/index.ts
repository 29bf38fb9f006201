import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesNameTooLong = functionRule(
  { id: 'services-name-too-long', defaultSeverity: 'error' },
  function* (entry) {
    const { length } = entry.entry.name;
    if (length > 200)
      yield {
        ...entry.name,
        message: l10n.t('The column holds {0} characters, this has {1}: the upgrade of the plugin fails.', 200, length),
      };
  },
);
