import { reachOf } from '../bodies.ts';
import { capabilityChecks, declaredCapabilities } from '../capabilities.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const capabilityDeclaredNotChecked = functionRule(
  { id: 'capability-declared-not-checked', defaultSeverity: 'off', tags: ['security'] },
  function* (entry) {
    const { fn, snapshot } = entry;
    if (declaredCapabilities(fn.entry)?.length === 0) return;
    const { cls, method } = snapshot.implementationOf(fn);
    if (!cls || !method || !entry.isWritten('capabilities')) return;
    const reach = reachOf(snapshot, cls, fn.methodname);
    if (!reach.isWhole || capabilityChecks(reach).next().done !== true) return;
    yield {
      ...entry.place('capabilities'),
      message: l10n.t('Nothing visible checks these capabilities: Moodle itself does not look at this list.'),
      related: [{ path: method.cls.path, ...method.member.nameSpan, message: l10n.t('The function is here.') }],
    };
  },
);
