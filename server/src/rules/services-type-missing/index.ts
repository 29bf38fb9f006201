import { quoted } from '../../edits/style.ts';
import { functionRule, choices } from '../entryRules.ts';
import { verbOf, writeVerbs } from '../verbs.ts';
import * as l10n from '@vscode/l10n';

export const servicesTypeMissing = functionRule(
  { id: 'services-type-missing', defaultSeverity: 'warning', fixes: 'suggest' },
  function* (entry) {
    if (!entry.lacks('type')) return;
    const insert = (type: string) =>
      entry.insert('type', quoted(type), 'description', 'classpath', 'methodname', 'classname');
    const isWrite = writeVerbs.has(verbOf(entry.entry.name, entry.component.name));
    yield {
      ...entry.name,
      message: l10n.t('type is missing: read or write. Administrators and clients rely on it.'),
      suggest: isWrite ? choices(insert('write'), insert('read')) : choices(insert('read'), insert('write')),
    };
  },
);
