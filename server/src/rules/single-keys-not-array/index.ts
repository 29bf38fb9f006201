import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const singleKeysNotArray = descriptionRule(
  { id: 'single-keys-not-array', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.kind === 'single' || site.kind === 'parameters' ? site.arg('keys') : undefined;
    const keys = place && site.literal('keys');
    if (!place || (keys?.kind !== 'new' && keys?.kind !== 'scalar' && keys?.kind !== 'null')) return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Give an array of keys: PHP stops with a TypeError as soon as this is read.'),
      // One description in a structure: a list of it is meant, or a key is missing.
      suggest: keys.kind === 'new' && site.kind === 'single' ? () => [asList(site)] : undefined,
    };
  },
);

function asList(site: DescriptionSite): Fix {
  const { name, imports } = site.sibling('external_multiple_structure');
  const edit = { path: site.file.path, ...site.className, text: name };
  return { title: l10n.t('Change to {0}', name), edits: [...imports, edit] };
}
