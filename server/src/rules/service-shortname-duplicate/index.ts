import { serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceShortnameDuplicate = serviceRule(
  { id: 'service-shortname-duplicate', defaultSeverity: 'error' },
  function* (entry) {
    const name = entry.known('shortname');
    if (typeof name !== 'string' || name === '') return;
    const others = entry.snapshot.services.filter((one) => one.shortname === name && one.entry !== entry.entry);
    for (const { component, entry: other } of others) {
      // Of two in one file the later one fails.
      if (other.path === entry.entry.path && other.span.start > entry.entry.span.start) continue;
      yield {
        ...entry.place('shortname'),
        message: l10n.t('A service of {0} has this shortname: installing the plugin fails.', component.name),
        related: [{ path: other.path, ...other.nameSpan, message: l10n.t('It is also here.') }],
      };
    }
  },
);
