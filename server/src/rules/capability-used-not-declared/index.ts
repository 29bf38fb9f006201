import { quoted } from '../../edits/style.ts';
import { reachOf } from '../bodies.ts';
import { capabilityChecks, declaredCapabilities } from '../capabilities.ts';
import { choices, functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const capabilityUsedNotDeclared = functionRule(
  { id: 'capability-used-not-declared', defaultSeverity: 'off', fixes: 'suggest' },
  function* (entry) {
    const { fn, snapshot } = entry;
    const declared = declaredCapabilities(fn.entry);
    const { cls } = snapshot.implementationOf(fn);
    if (!declared || !cls) return;
    const missing = new Map<string, { path: string; start: number; end: number }>();
    for (const { body, names } of capabilityChecks(reachOf(snapshot, cls, fn.methodname)))
      // Other classes serve other functions as well.
      for (const { text, span } of body.isOwn ? names : [])
        if (!declared.includes(text) && !missing.has(text)) missing.set(text, { path: body.file.path, ...span });
    if (missing.size === 0) return;
    const code = quoted([...declared, ...missing.keys()].join(', '));
    yield {
      ...entry.place('capabilities'),
      message: l10n.t('The function checks {0}, which administrators do not see here.', [...missing.keys()].join(', ')),
      related: [...missing.values()].map((place) => ({ ...place, message: l10n.t('It is checked here.') })),
      suggest: choices(
        entry.field('capabilities')
          ? entry.replace('capabilities', code)
          : entry.insert('capabilities', code, 'type', 'description', 'methodname', 'classname'),
      ),
    };
  },
);
