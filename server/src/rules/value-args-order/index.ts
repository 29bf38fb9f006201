import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueArgsOrder = descriptionRule(
  { id: 'value-args-order', defaultSeverity: 'error', fixes: 'fix' },
  function* (site) {
    const place = site.arg('desc');
    const desc = site.literal('desc');
    if (!place || !desc || place.name !== undefined) return;
    const isConstant = desc.kind === 'constant' && /^(VALUE|PARAM|NULL)_/.test(desc.name);
    const isNumber = desc.kind === 'scalar' && typeof desc.value === 'number' && [0, 1, 2].includes(desc.value);
    if (!isConstant && !isNumber) return;
    // A description in the type's place is another matter.
    if (isConstant && desc.name.startsWith('PARAM_') && site.literal('type')?.kind === 'scalar') return;
    yield {
      start: place.start,
      end: place.end,
      message: l10n.t('The description comes second: what follows counts for something else than it says.'),
      fix: site.replace({ start: place.start, end: place.start }, "'', ", l10n.t('Insert an empty description')),
    };
  },
);
