import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesNameChars = functionRule(
  { id: 'services-name-chars', defaultSeverity: 'error' },
  function* (entry) {
    const { name } = entry.entry;
    if (/[^A-Za-z0-9_-]/.test(name))
      yield {
        ...entry.name,
        message: l10n.t('AJAX can only call names of letters, digits, _ and -: this one is not found.'),
      };
    else if (/[A-Z-]/.test(name))
      yield {
        ...entry.name,
        severity: 'warning',
        message: l10n.t('Names of functions are lower case, with _ between words.'),
      };
  },
);
