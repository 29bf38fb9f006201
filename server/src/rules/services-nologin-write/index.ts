import { fieldFlag } from '../../index/entry.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesNologinWrite = functionRule(
  { id: 'services-nologin-write', defaultSeverity: 'warning', tags: ['security'], fixes: 'suggest' },
  function* (entry) {
    const value = entry.known('loginrequired');
    if (value === undefined || value === null || fieldFlag(entry.entry, 'loginrequired', true)) return;
    if (entry.known('type') !== 'write' || !fieldFlag(entry.entry, 'ajax', false)) return;
    yield {
      ...entry.whole('loginrequired'),
      message: l10n.t('Anyone can call this without a session or sesskey, and the function writes.'),
      suggest: choices(entry.remove('loginrequired')),
    };
  },
);
