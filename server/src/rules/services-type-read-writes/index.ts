import { reachOf } from '../bodies.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesTypeReadWrites = functionRule(
  { id: 'services-type-read-writes', defaultSeverity: 'info', fixes: 'suggest' },
  function* (entry) {
    const { snapshot, fn } = entry;
    const cls = entry.known('type') === 'read' ? snapshot.implementationOf(fn).cls : undefined;
    if (!cls) return;
    for (const body of reachOf(snapshot, cls, fn.methodname).bodies) {
      if (!body.isOwn) continue;
      const [write] = body.facts.dbWrites;
      if (!write) continue;
      yield {
        ...entry.place('type'),
        message: l10n.t('The function writes to the database, in {0}().', body.member.name),
        related: [{ path: body.file.path, ...write, message: l10n.t('It writes here.') }],
        suggest: choices(entry.replace('type', "'write'")),
      };
      return;
    }
  },
);
