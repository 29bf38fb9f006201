import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const multipleContentArray = descriptionRule(
  { id: 'multiple-content-array', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.kind === 'multiple' ? site.arg('content') : undefined;
    if (!place || site.literal('content')?.kind !== 'array') return;
    const { start, end } = place;
    yield {
      start,
      end,
      message: l10n.t('Give one description, not a list: PHP stops with a TypeError as soon as this is read.'),
      suggest: () => {
        const { name, imports } = site.sibling('external_single_structure');
        const edit = { path: site.file.path, start, end, text: `new ${name}(${site.file.text.slice(start, end)})` };
        return [{ title: l10n.t('Wrap it in {0}', 'external_single_structure'), edits: [...imports, edit] }];
      },
    };
  },
);
