import { serviceRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const serviceFunctionsMissing = serviceRule(
  { id: 'service-functions-missing', defaultSeverity: 'error', fixes: 'fix' },
  function* (entry) {
    if (!entry.lacks('functions')) return;
    yield {
      ...entry.name,
      message: l10n.t(
        'functions is missing: Moodle goes through it when the plugin is installed or upgraded, and fails.',
      ),
      fix: entry.insertFirst('functions', '[]'),
    };
  },
);
