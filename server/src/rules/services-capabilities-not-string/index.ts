import { quoted } from '../../edits/style.ts';
import { fieldList } from '../../index/entry.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesCapabilitiesNotString = functionRule(
  { id: 'services-capabilities-not-string', defaultSeverity: 'error', fixes: 'fix' },
  function* (entry) {
    const value = entry.known('capabilities');
    if (value === undefined || value === null || typeof value !== 'object') return;
    const names = fieldList(entry.entry, 'capabilities');
    const isKnown = names.length === Object.keys(value).length;
    yield {
      ...entry.place('capabilities'),
      message: l10n.t('Moodle writes capabilities to the database as one text, separated by commas; a list is none.'),
      fix: isKnown ? entry.replace('capabilities', quoted(names.join(', '))) : undefined,
    };
  },
);
