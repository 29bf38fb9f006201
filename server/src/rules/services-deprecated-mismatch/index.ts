import { quoted } from '../../edits/style.ts';
import { functionRule, choices } from '../entryRules.ts';
import * as l10n from '@vscode/l10n';

export const servicesDeprecatedMismatch = functionRule(
  { id: 'services-deprecated-mismatch', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  function* (entry) {
    const description = entry.known('description');
    if (typeof description !== 'string' || /deprecated/i.test(description)) return;
    if (!entry.snapshot.implementationOf(entry.fn).isDeprecated || !entry.snapshot.describe(entry.fn).deprecated)
      return;
    yield {
      ...entry.place('description'),
      message: l10n.t('The function is deprecated, and its description does not say so.'),
      suggest: choices(entry.replace('description', quoted(`** DEPRECATED ** ${description}`.trim()))),
    };
  },
);
