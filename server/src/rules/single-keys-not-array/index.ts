import { externalName } from '../../edits/externalName.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const singleKeysNotArray = descriptionRule(
  { id: 'single-keys-not-array', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.kind === 'single' || site.kind === 'parameters' ? site.arg('keys') : undefined;
    const keys = place && site.literal('keys');
    if (!place || (keys?.kind !== 'new' && keys?.kind !== 'scalar' && keys?.kind !== 'null')) return;
    const list = listClass(site);
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Give an array of keys: PHP stops with a TypeError as soon as this is read.'),
      // One description in a structure: a list of it is meant, or a key is missing.
      suggest:
        keys.kind === 'new' && site.kind === 'single'
          ? () => [site.replace(site.className, list, l10n.t('Change to {0}', list))()]
          : undefined,
    };
  },
);

function listClass(site: DescriptionSite): string {
  const name = site.sibling('external_multiple_structure');
  return name.includes('\\') ? name : externalName(site.cls, name);
}
