import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const multipleContentArray = descriptionRule(
  { id: 'multiple-content-array', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.kind === 'multiple' ? site.arg('content') : undefined;
    if (!place || site.literal('content')?.kind !== 'array') return;
    const name = site.sibling('external_single_structure');
    const text = site.file.text.slice(place.start, place.end);
    const code = `new ${name}(${text})`;
    const isKnown =
      name.includes('\\') || site.cls.scope.namespace === '' || site.cls.scope.classes.has(name.toLowerCase());
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('Give one description, not a list: PHP stops with a TypeError as soon as this is read.'),
      suggest: isKnown
        ? () => [site.replace(place, code, l10n.t('Wrap it in {0}', 'external_single_structure'))()]
        : undefined,
    };
  },
);
