import { versionOf } from '../baseChanges.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const newFileWithoutUpgrade: Rule = {
  id: 'new-file-without-upgrade',
  defaultSeverity: 'hint',
  *check({ snapshot, document: { path }, base }): Generator<Finding> {
    const component = path.endsWith('/version.php') ? snapshot.componentOf(path) : undefined;
    const services = `${component?.directory ?? ''}/db/services.php`;
    const now = component && versionOf(snapshot, component);
    if (!base || now?.path !== path || snapshot.isFile(services)) return;
    const { length } = base.declarationsIn(services)?.functions ?? [];
    if (length === 0) return;
    yield {
      start: now.start,
      end: now.end,
      message: l10n.t(
        'db/services.php is gone: the upgrade deletes its {0} functions, its services and their tokens.',
        length,
      ),
    };
  },
};
