import { quoted } from '../../edits/style.ts';
import { functionRule, choices } from '../entryRules.ts';
import { verbOf, readVerbs, writeVerbs } from '../verbs.ts';
import * as l10n from '@vscode/l10n';

export const servicesTypeNameDisagree = functionRule(
  { id: 'services-type-name-disagree', defaultSeverity: 'off', tags: ['convention'], fixes: 'suggest' },
  function* (entry) {
    const type = entry.known('type');
    const verb = verbOf(entry.entry.name, entry.component.name);
    const other =
      type === 'read' && writeVerbs.has(verb) ? 'write' : type === 'write' && readVerbs.has(verb) ? 'read' : undefined;
    if (other === undefined) return;
    yield {
      ...entry.place('type'),
      message: l10n.t('A function called {0} seems to {1}.', verb, other),
      suggest: choices(entry.replace('type', quoted(other))),
    };
  },
);
