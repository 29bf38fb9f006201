import { emptyDefault } from '../defaults.ts';
import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const defaultNullNotAllowed = descriptionRule(
  { id: 'default-null-not-allowed', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    if (site.kind !== 'value' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT') return;
    const given = site.literal('default');
    const place = site.arg('default') ?? site.arg('required');
    if (!place || (given && given.kind !== 'null') || site.allowsNull !== false) return;
    const code = emptyDefault(site);
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('The default is null, which is not allowed: every call without this value fails.'),
      suggest: given ? () => [site.replace(place, code, l10n.t('Change to {0}', code))()] : undefined,
    };
  },
);
