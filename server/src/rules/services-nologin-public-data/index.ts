import { fieldFlag } from '../../index/entry.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesNologinPublicData = functionRule(
  { id: 'services-nologin-public-data', defaultSeverity: 'info', tags: ['security'] },
  function* (entry) {
    const value = entry.known('loginrequired');
    if (value === undefined || value === null || fieldFlag(entry.entry, 'loginrequired', true)) return;
    if (!fieldFlag(entry.entry, 'ajax', false) || entry.known('type') === 'write') return;
    yield {
      ...entry.whole('loginrequired'),
      message: l10n.t('Visitors may call this: it should return only what is public and costs little to compute.'),
    };
  },
);
