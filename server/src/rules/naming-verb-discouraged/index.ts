import { functionRule } from '../entryRules.ts';
import { verbOf } from '../verbs.ts';
import * as l10n from '@vscode/l10n';

/** What Moodle's guide would write instead. */
const better: Readonly<Record<string, string>> = { add: 'create', set: 'update', remove: 'delete' };

export const namingVerbDiscouraged = functionRule(
  { id: 'naming-verb-discouraged', defaultSeverity: 'hint', tags: ['convention'] },
  function* (entry) {
    const { name } = entry.entry;
    const verb = verbOf(name, entry.component.name);
    const instead = better[verb];
    if (instead === undefined || !Object.hasOwn(better, verb)) return;
    yield { ...entry.name, message: l10n.t('Moodle prefers {0} to {1} in names of functions.', instead, verb) };
  },
);
