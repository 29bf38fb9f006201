import { fieldFlag } from '../../index/entry.ts';
import { serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceEnabledChange = serviceRule(
  { id: 'service-enabled-change', defaultSeverity: 'info' },
  function* (entry) {
    const before = entry.context.base
      ?.declarationsIn(entry.entry.path)
      ?.services.find(({ name }) => name === entry.entry.name);
    if (!before || !before.complete || !entry.entry.complete) return;
    if (fieldFlag(before, 'enabled', false) === fieldFlag(entry.entry, 'enabled', false)) return;
    yield {
      ...entry.place('enabled'),
      message: l10n.t('Only new installations see this: sites that have the service keep what they have.'),
    };
  },
);
