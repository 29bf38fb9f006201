import { checkParam } from '../../../../webservice/src/schema/paramCheck.ts';
import { paramTypeByName } from '../../../../webservice/src/schema/paramTypes.ts';
import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

/** What would be meant by leaving a value out. */
const neutral: Readonly<Record<string, string>> = { int: '0', float: '0.0', bool: 'false' };

export const defaultInvalidForType = descriptionRule(
  { id: 'default-invalid-for-type', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('default');
    const type = site.literal('type');
    const given = site.literal('default');
    if (site.kind !== 'value' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT') return;
    const value = type?.kind === 'constant' ? paramTypeByName(type.name)?.value : undefined;
    if (!place || !given || value === undefined) return;
    if (given.kind !== 'array' && (given.kind !== 'scalar' || checkParam(given.value, value).kind !== 'refused'))
      return;
    const code = neutral[value];
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t(
        'Moodle checks defaults, too, and {0} is refused: every call without this value fails.',
        site.file.text.slice(place.start, place.end),
      ),
      suggest: code === undefined ? undefined : () => [site.replace(place, code, l10n.t('Change to {0}', code))()],
    };
  },
);
