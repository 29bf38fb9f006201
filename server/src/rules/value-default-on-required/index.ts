import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueDefaultOnRequired = descriptionRule(
  { id: 'value-default-on-required', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('default');
    const given = site.literal('default');
    const required = site.arg('required');
    if (!place || !given || given.kind === 'null' || site.required !== 'VALUE_REQUIRED' || !required) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('A required value has no default: this one is never used.'),
      suggest: () => [site.replace(required, 'VALUE_DEFAULT', l10n.t('Change to {0}', 'VALUE_DEFAULT'))()],
    };
  },
);
