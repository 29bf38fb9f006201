import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const singleKeysNotArray = descriptionRule(
  { id: 'single-keys-not-array', defaultSeverity: 'error' },
  function* (site) {
    const place = site.kind === 'single' || site.kind === 'parameters' ? site.arg('keys') : undefined;
    const keys = place && site.literal('keys');
    if (!place || (keys?.kind !== 'new' && keys?.kind !== 'scalar' && keys?.kind !== 'null')) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Give an array of keys: PHP stops with a TypeError as soon as this is read.'),
    };
  },
);
