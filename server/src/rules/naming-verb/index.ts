import { functionRule } from '../entryRules.ts';
import { verbOf } from '../verbs.ts';
import * as l10n from '@vscode/l10n';

const verbs = new Set(['create', 'update', 'get', 'delete']);

export const namingVerb = functionRule(
  { id: 'naming-verb', defaultSeverity: 'off', tags: ['convention'] },
  function* (entry) {
    const verb = verbOf(entry.entry.name, entry.component.name);
    if (verb === '' || verbs.has(verb)) return;
    yield { ...entry.name, message: l10n.t('The name begins with {0}, not with create, update, get or delete.', verb) };
  },
);
