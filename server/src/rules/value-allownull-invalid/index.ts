import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueAllownullInvalid = descriptionRule(
  { id: 'value-allownull-invalid', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('allownull');
    const given = site.literal('allownull');
    if (!place || !given) return;
    const isFine =
      given.kind === 'constant'
        ? !/^(VALUE|PARAM)_/.test(given.name)
        : given.kind === 'scalar'
          ? typeof given.value === 'boolean'
          : given.kind !== 'null';
    if (isFine) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Use NULL_ALLOWED or NULL_NOT_ALLOWED: this is only taken for true or false.'),
      suggest: () =>
        ['NULL_ALLOWED', 'NULL_NOT_ALLOWED'].map((one) => site.replace(place, one, l10n.t('Change to {0}', one))()),
    };
  },
);
