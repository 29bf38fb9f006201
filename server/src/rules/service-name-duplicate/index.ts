import { choices, serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceNameDuplicate = serviceRule(
  { id: 'service-name-duplicate', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    for (const { component, entry: other } of entry.snapshot.services)
      if (other.name === entry.entry.name && other.path !== entry.entry.path)
        yield {
          ...entry.name,
          message: l10n.t(
            'A service of {0} has this name, which must be unique: installing the plugin fails.',
            component.name,
          ),
          related: [{ path: other.path, ...other.nameSpan, message: l10n.t('It is also here.') }],
          suggest: choices(entry.rename(`${other.name} (${entry.component.name})`)),
        };
  },
);
