import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesMethodnameRedundant = functionRule(
  { id: 'services-methodname-redundant', defaultSeverity: 'hint', since: 311, tags: ['convention'], fixes: 'fix' },
  function* (entry) {
    if (entry.context.targets.from < 311 || entry.known('methodname') !== 'execute') return;
    yield {
      ...entry.whole('methodname'),
      tag: 'unnecessary',
      message: l10n.t('execute is what Moodle takes without this.'),
      fix: entry.remove('methodname'),
    };
  },
);
