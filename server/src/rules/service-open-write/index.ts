import { fieldFlag, fieldText, fieldList } from '../../index/entry.ts';
import { serviceRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceOpenWrite = serviceRule(
  { id: 'service-open-write', defaultSeverity: 'warning', tags: ['security'], fixes: 'suggest' },
  function* (entry) {
    const isOpen = entry.known('restrictedusers') !== undefined && !fieldFlag(entry.entry, 'restrictedusers', true);
    if (!isOpen || !fieldFlag(entry.entry, 'enabled', false) || !entry.entry.complete) return;
    const capability = entry.field('requiredcapability');
    if (capability && capability.value !== '' && capability.value !== null) return;
    // The service of the Moodle app is open by design.
    if (entry.component.name === 'core') return;
    const { functions } = entry.snapshot;
    const writes = fieldList(entry.entry, 'functions').find((name) => {
      const fn = functions.get(name);
      return fn && fieldText(fn.entry, 'type') === 'write';
    });
    if (writes === undefined) return;
    yield {
      ...entry.whole('restrictedusers'),
      message: l10n.t('Every user who can make a token may call these functions, and {0} writes.', writes),
      suggest: choices(entry.replace('restrictedusers', '1')),
    };
  },
);
