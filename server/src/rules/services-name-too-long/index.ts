import { choices, functionRule } from '../entryRules.ts';
import { renamedTo } from '../functionNames.ts';
import * as l10n from '@vscode/l10n';

export const servicesNameTooLong = functionRule(
  { id: 'services-name-too-long', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const { name } = entry.entry;
    const { length } = name;
    if (length > 200)
      yield {
        ...entry.name,
        message: l10n.t('The column holds {0} characters, this has {1}: the upgrade of the plugin fails.', 200, length),
        // Whole words, where there are.
        suggest: choices(renamedTo(entry, /^.{1,200}(?=_)/.exec(name)?.[0] ?? name.slice(0, 200))),
      };
  },
);
