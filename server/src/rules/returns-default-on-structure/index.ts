import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const returnsDefaultOnStructure = descriptionRule(
  { id: 'returns-default-on-structure', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('required');
    if ((site.kind !== 'single' && site.kind !== 'multiple') || site.role !== 'returns') return;
    if (!place || !site.parent || site.required !== 'VALUE_DEFAULT') return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Only values get defaults in results: without this structure its key is not there.'),
      suggest: () => [site.replace(place, 'VALUE_OPTIONAL', l10n.t('Change to {0}', 'VALUE_OPTIONAL'))()],
    };
  },
);
