import { functionRule } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesServicesNotArray = functionRule(
  { id: 'services-services-not-array', defaultSeverity: 'error', fixes: 'fix' },
  function* (entry) {
    const value = entry.known('services');
    const field = entry.field('services');
    if (value === undefined || value === null || typeof value === 'object' || !field) return;
    const code = entry.file.text.slice(field.valueSpan.start, field.valueSpan.end);
    yield {
      ...entry.place('services'),
      message: l10n.t('Moodle takes only a list: the function joins no service.'),
      fix: entry.replace('services', `[${code}]`),
    };
  },
);
