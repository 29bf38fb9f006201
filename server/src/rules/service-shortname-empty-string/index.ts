import { quoted } from '../../edits/style.ts';
import { serviceRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceShortnameEmptyString = serviceRule(
  { id: 'service-shortname-empty-string', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (entry) {
    if (entry.known('shortname') !== '') return;
    yield {
      ...entry.whole('shortname'),
      message: l10n.t('An empty shortname is one: a second service on the site that has it cannot be installed.'),
      suggest: choices(entry.replace('shortname', quoted(entry.component.name)), entry.remove('shortname')),
    };
  },
);
