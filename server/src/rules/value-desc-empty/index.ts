import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const valueDescEmpty = descriptionRule(
  { id: 'value-desc-empty', defaultSeverity: 'off', tags: ['convention'] },
  function* (site) {
    if (site.kind !== 'value' || site.hasSpread) return;
    const desc = site.literal('desc');
    if (desc && !(desc.kind === 'scalar' && desc.value === '')) return;
    yield { ...site.className, message: l10n.t('The description is missing.') };
  },
);
