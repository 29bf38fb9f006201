import { quoted } from '../../edits/style.ts';
import type { EntryIsland } from '../../php/arrays.ts';
import { T } from '../../php/lexer.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import { literalOf } from '../literals.ts';
import { phpParametersOf } from '../phpParameters.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const structureIntegerKey = descriptionRule(
  { id: 'structure-integer-key', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    if (site.role !== 'parameters') return;
    for (const [at, item] of (site.keys?.items ?? []).entries()) {
      const isSpread = site.file.islands.tokens.kind[item.first] === T.Ellipsis;
      if (item.keySpan || isSpread || literalOf(site.file, item.value).kind !== 'new') continue;
      yield {
        start: item.start,
        end: item.end,
        message: l10n.t('Every element needs a name: clients would have to send the key 0.'),
        suggest: () => [named(site, item, at)],
      };
    }
  },
);

/** The name of the PHP parameter that gets the value, else a neutral one. */
function named(site: DescriptionSite, { start }: EntryIsland, at: number): Fix {
  const { file, cls, member } = site;
  const param = site.kind === 'parameters' ? phpParametersOf(file, cls, member)?.[at]?.name : undefined;
  const taken = new Set(site.keys?.items.map(({ key }) => key));
  const name = param !== undefined && !taken.has(param) ? param : `value${at + 1}`;
  return {
    title: l10n.t("Insert '{0}' =>", name),
    edits: [{ path: file.path, start, end: start, text: `${quoted(name)} => ` }],
  };
}
