import { choices, serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceNameTooLong = serviceRule(
  { id: 'service-name-too-long', defaultSeverity: 'error', fixes: 'suggest' },
  function* (entry) {
    const tooLong = (limit: number, length: number) =>
      l10n.t('The column holds {0} characters, this has {1}: the upgrade of the plugin fails.', limit, length);
    const { name } = entry.entry;
    if (name.length > 200)
      yield {
        ...entry.name,
        message: tooLong(200, name.length),
        suggest: choices(entry.rename(name.slice(0, 200).trim())),
      };
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
