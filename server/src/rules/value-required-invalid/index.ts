import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueRequiredInvalid = descriptionRule(
  { id: 'value-required-invalid', defaultSeverity: 'warning', since: 402, fixes: 'suggest' },
  function* (site) {
    const place = site.arg('required');
    const required = site.literal('required');
    if (!place || !required || site.required !== undefined) return;
    const isWrong =
      required.kind === 'scalar' ||
      required.kind === 'null' ||
      (required.kind === 'constant' && /^(NULL|PARAM)_/.test(required.name));
    if (!isWrong) return;
    const actsAsDefault =
      required.kind === 'null' ||
      (required.kind === 'scalar' && !required.value) ||
      (required.kind === 'constant' && required.name === 'NULL_NOT_ALLOWED');
    const effect = actsAsDefault ? 'VALUE_DEFAULT' : 'VALUE_REQUIRED';
    const values = [effect, ...['VALUE_REQUIRED', 'VALUE_DEFAULT', 'VALUE_OPTIONAL'].filter((one) => one !== effect)];
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t(
        'Use VALUE_REQUIRED, VALUE_OPTIONAL or VALUE_DEFAULT: this counts as {0}, and developers are told that it is invalid.',
        effect,
      ),
      suggest: () => values.map((one) => site.replace(place, one, l10n.t('Change to {0}', one))()),
    };
  },
);
