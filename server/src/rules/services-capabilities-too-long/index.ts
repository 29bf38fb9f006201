import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesCapabilitiesTooLong = functionRule(
  { id: 'services-capabilities-too-long', defaultSeverity: 'error' },
  function* (entry) {
    const value = entry.known('capabilities');
    if (typeof value !== 'string' || value.length <= 255) return;
    const message = l10n.t(
      'The column holds {0} characters, this has {1}: the upgrade of the plugin fails.',
      255,
      value.length,
    );
    yield { ...entry.place('capabilities'), message };
  },
);
