import type { Argument } from '../callArguments.ts';
import { emptyDefault } from '../defaults.ts';
import { descriptionRule } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import { phpParametersOf } from '../phpParameters.ts';
import type { Fix } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const paramsOptionalTopLevel = descriptionRule(
  { id: 'params-optional-top-level', defaultSeverity: 'error', fixes: 'suggest' },
  function* (site) {
    const place = site.arg('required');
    if (!site.isParameter || !place || site.required !== 'VALUE_OPTIONAL') return;
    const items = site.parent?.keys?.items ?? [];
    const at = items.findIndex(({ value }) => value.first === site.island.first);
    const isStructure = site.kind !== 'value';
    const hasDefault = phpParametersOf(site.file, site.cls, site.member)?.[at]?.value !== undefined;
    const isHarmless = isStructure && at === items.length - 1 && hasDefault;
    yield {
      start: place.start,
      end: place.end,
      ...(isHarmless ? { severity: 'hint' as const } : isStructure ? { severity: 'warning' as const } : {}),
      message: isHarmless
        ? l10n.t('Parameters use VALUE_DEFAULT. It works, since nothing follows and the PHP parameter has a default.')
        : l10n.t('Parameters must use VALUE_DEFAULT: without the value, those that follow take its place in the call.'),
      suggest: () => [withDefault(site, place)],
    };
  },
);

/** VALUE_DEFAULT, with a default that suits the type where none is written. */
function withDefault(site: DescriptionSite, place: Argument): Fix {
  const codes = ['VALUE_DEFAULT', ...(site.arg('default') ? [] : [emptyDefault(site)])];
  return {
    title: l10n.t('Change to {0}', codes.join(', ')),
    edits: [site.splice(site.args.indexOf(place), 1, codes)],
  };
}
