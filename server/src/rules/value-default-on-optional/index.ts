import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueDefaultOnOptional = descriptionRule(
  { id: 'value-default-on-optional', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('default');
    const given = site.literal('default');
    const required = site.arg('required');
    if (!place || !given || given.kind === 'null' || site.required !== 'VALUE_OPTIONAL' || !required) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('An optional value has no default: without the value its key is not there.'),
      suggest: () => [site.replace(required, 'VALUE_DEFAULT', l10n.t('Change to {0}', 'VALUE_DEFAULT'))()],
    };
  },
);
