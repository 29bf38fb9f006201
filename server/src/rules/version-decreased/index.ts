import { versionOf } from '../baseChanges.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const versionDecreased: Rule = {
  id: 'version-decreased',
  defaultSeverity: 'error',
  *check({ snapshot, document: { path }, base }): Generator<Finding> {
    const component = path.endsWith('/version.php') ? snapshot.componentOf(path) : undefined;
    const now = component && versionOf(snapshot, component);
    const old = component && base && versionOf(base, component);
    if (now?.path !== path || !old || now.value >= old.value) return;
    yield {
      start: now.start,
      end: now.end,
      message: l10n.t('The version was {0}: Moodle refuses to go back.', String(old.value)),
    };
  },
};
