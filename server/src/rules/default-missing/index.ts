import { emptyDefault } from '../defaults.ts';
import { descriptionRule } from '../descriptionSites.ts';
import { phpParametersOf } from '../phpParameters.ts';
import * as l10n from '@vscode/l10n';

export const defaultMissing = descriptionRule(
  { id: 'default-missing', defaultSeverity: 'hint', fixes: 'suggest' },
  function* (site) {
    if (site.kind !== 'value' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT' || site.hasSpread)
      return;
    const place = site.arg('required');
    if (!place || site.arg('default') || site.allowsNull !== true) return;
    const at = site.isParameter
      ? site.parent?.keys?.items.findIndex(({ value }) => value.first === site.island.first)
      : undefined;
    const parameter = at === undefined ? undefined : phpParametersOf(site.file, site.cls, site.member)?.[at];
    const written = parameter?.value && site.file.text.slice(parameter.value.start, parameter.value.end);
    const refuses = parameter && !parameter.takesNull;
    yield {
      start: place.start,
      end: place.end,
      ...(refuses ? { severity: 'warning' as const } : {}),
      message: refuses
        ? l10n.t(
            'The default is null, and ${0} does not take it: every call without this value ends in a TypeError.',
            parameter.name,
          )
        : l10n.t('No default is given, so it is null.'),
      // What the method has is what PHP callers get.
      suggest: () =>
        [...new Set([written ?? emptyDefault(site), ...(refuses ? [] : ['null'])])].map((code) => ({
          title: l10n.t('Add the default {0}', code),
          edits: [site.splice(site.args.indexOf(place) + 1, 0, [code])],
        })),
    };
  },
);
