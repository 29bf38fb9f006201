import { choices, functionRule } from '../entryRules.ts';
import { renamedTo } from '../functionNames.ts';
import * as l10n from '@vscode/l10n';

export const servicesNameChars = functionRule(
  { id: 'services-name-chars', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const { name } = entry.entry;
    if (!/[^a-z0-9_]/.test(name)) return;
    const words = name.trim().toLowerCase();
    const suggest = choices(renamedTo(entry, words.replace(/[^a-z0-9_]+/g, '_')));
    if (/[^A-Za-z0-9_-]/.test(name))
      yield {
        ...entry.name,
        message: l10n.t('AJAX can only call names of letters, digits, _ and -: this one is not found.'),
        suggest,
      };
    else
      yield {
        ...entry.name,
        severity: 'warning',
        message: l10n.t('Names of functions are lower case, with _ between words.'),
        suggest,
      };
  },
);
