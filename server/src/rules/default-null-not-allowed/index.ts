import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const defaultNullNotAllowed = descriptionRule(
  { id: 'default-null-not-allowed', defaultSeverity: 'error' },
  function* (site) {
    if (site.kind !== 'value' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT') return;
    const given = site.literal('default');
    const place = site.arg('default') ?? site.arg('required');
    if (!place || (given && given.kind !== 'null') || site.allowsNull !== false) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('The default is null, which is not allowed: every call without this value fails.'),
    };
  },
);
