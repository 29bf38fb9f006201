import { serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceNameTooLong = serviceRule(
  { id: 'service-name-too-long', defaultSeverity: 'error' },
  function* (entry) {
    const tooLong = (limit: number, length: number) =>
      l10n.t('The column holds {0} characters, this has {1}: the upgrade of the plugin fails.', limit, length);
    const { length } = entry.entry.name;
    if (length > 200) yield { ...entry.name, message: tooLong(200, length) };
    for (const [key, limit] of [
      ['requiredcapability', 150],
      ['shortname', 255],
    ] as const) {
      const value = entry.known(key);
      if (typeof value === 'string' && value.length > limit)
        yield { ...entry.place(key), message: tooLong(limit, value.length) };
    }
  },
);
