import { quoted } from '../../edits/style.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesClassnameLeadingBackslash = functionRule(
  { id: 'services-classname-leading-backslash', defaultSeverity: 'off', tags: ['convention'], fixes: 'fix' },
  function* (entry) {
    const name = entry.known('classname');
    if (typeof name !== 'string' || !name.startsWith('\\')) return;
    yield {
      ...entry.place('classname'),
      message: l10n.t('Class names are written without a leading backslash.'),
      fix: entry.replace('classname', quoted(name.replace(/^\\+/, ''))),
    };
  },
);
