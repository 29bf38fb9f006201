import { paramTypeByName } from '../../../../webservice/src/schema/paramTypes.ts';
import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const paramTypeDeprecated = descriptionRule(
  { id: 'param-type-deprecated', defaultSeverity: 'hint', tags: ['convention'], fixes: 'suggest' },
  function* (site) {
    const place = site.arg('type');
    const type = site.kind === 'value' ? site.literal('type') : undefined;
    const instead = type?.kind === 'constant' ? paramTypeByName(type.name)?.replacedBy : undefined;
    if (instead === undefined || !place) return;
    yield {
      start: place.start,
      end: place.end,
      tag: 'deprecated',
      message: l10n.t('This name is deprecated: {0} is used instead.', instead),
      suggest: () => [site.replace(place, instead, l10n.t('Change to {0}', instead))()],
    };
  },
);
