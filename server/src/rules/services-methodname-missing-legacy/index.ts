import { versionOfBranch } from '../../workspace/moodleVersions.ts';
import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesMethodnameMissingLegacy = functionRule(
  { id: 'services-methodname-missing-legacy', defaultSeverity: 'error', until: 34, fixes: 'fix' },
  function* (entry) {
    const { from } = entry.context.targets;
    // Where the component does not say what it supports, it is not for versions that old.
    if (from === 0 || !entry.lacks('methodname')) return;
    yield {
      ...entry.name,
      message: l10n.t(
        'Moodle {0} has no default method name: the upgrade of the plugin fails there.',
        versionOfBranch(from),
      ),
      fix: entry.insert('methodname', "'execute'", 'classname'),
    };
  },
);
