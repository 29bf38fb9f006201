import { T } from '../../php/lexer.ts';
import { descriptionRule } from '../descriptionSites.ts';
import { literalOf } from '../literals.ts';
import * as l10n from '@vscode/l10n';

export const structureIntegerKey = descriptionRule(
  { id: 'structure-integer-key', defaultSeverity: 'error' },
  function* (site) {
    if (site.role !== 'parameters') return;
    for (const item of site.keys?.items ?? []) {
      const isSpread = site.file.islands.tokens.kind[item.first] === T.Ellipsis;
      if (item.keySpan || isSpread || literalOf(site.file, item.value).kind !== 'new') continue;
      yield {
        start: item.start,
        end: item.end,
        message: l10n.t('Every element needs a name: clients would have to send the key 0.'),
      };
    }
  },
);
