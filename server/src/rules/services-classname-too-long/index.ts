import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

/** Widths of columns of external_functions (lib/db/install.xml). */
const limits = { classname: 100, methodname: 100, classpath: 255 };

export const servicesClassnameTooLong = functionRule(
  { id: 'services-classname-too-long', defaultSeverity: 'error' },
  function* (entry) {
    for (const [key, limit] of Object.entries(limits)) {
      const value = entry.known(key);
      if (typeof value !== 'string' || value.length <= limit) continue;
      const message = l10n.t(
        'The column holds {0} characters, this has {1}: the upgrade of the plugin fails.',
        limit,
        value.length,
      );
      yield { ...entry.place(key), message };
    }
  },
);
