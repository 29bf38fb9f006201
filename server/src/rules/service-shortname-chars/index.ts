import { quoted } from '../../edits/style.ts';
import { serviceRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceShortnameChars = serviceRule(
  { id: 'service-shortname-chars', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const name = entry.known('shortname');
    if (typeof name !== 'string' || !/[^A-Za-z0-9_-]/.test(name)) return;
    const code = quoted(
      name
        .trim()
        .toLowerCase()
        .replace(/[^a-z0-9_-]+/g, '_'),
    );
    yield {
      ...entry.place('shortname'),
      message: l10n.t(
        'Only letters, digits, _ and -: the next upgrade of the plugin stops with installserviceshortnameerror.',
      ),
      suggest: choices(entry.replace('shortname', code)),
    };
  },
);
