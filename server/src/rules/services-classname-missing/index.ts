import { quoted } from '../../edits/style.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesClassnameMissing = functionRule(
  { id: 'services-classname-missing', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    if (!entry.lacks('classname') && entry.known('classname') !== '') return;
    const { name } = entry.component;
    const short = entry.entry.name.startsWith(`${name}_`) ? entry.entry.name.slice(name.length + 1) : entry.entry.name;
    const code = quoted(`${name}\\external\\${short}`);
    yield {
      ...entry.place('classname'),
      message: l10n.t('Every function needs a class: without classname the upgrade of the plugin fails.'),
      suggest: choices(
        entry.field('classname') ? entry.replace('classname', code) : entry.insertFirst('classname', code),
      ),
    };
  },
);
