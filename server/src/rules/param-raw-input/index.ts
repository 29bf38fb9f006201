import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const paramRawInput = descriptionRule(
  { id: 'param-raw-input', defaultSeverity: 'info', tags: ['security'], fixes: 'suggest' },
  function* (site) {
    const type = site.kind === 'value' ? site.literal('type') : undefined;
    const place = site.arg('type');
    if (site.role !== 'parameters' || type?.kind !== 'constant' || type.name !== 'PARAM_RAW' || !place) return;
    const key = site.key ?? '';
    const better = /[a-z]id$|^id$|^is/.test(key)
      ? key.endsWith('id')
        ? 'PARAM_INT'
        : 'PARAM_BOOL'
      : key.endsWith('name')
        ? 'PARAM_TEXT'
        : undefined;
    yield {
      start: place.start,
      end: place.end,
      // Texts with a format, JSON and passwords have to be raw: others are told only when somebody asks for it.
      ...(better === undefined ? { severity: 'off' as const } : {}),
      message:
        better === undefined
          ? l10n.t('PARAM_RAW is not cleaned.')
          : l10n.t('PARAM_RAW is not cleaned: {0} looks like {1}.', key, better),
      suggest:
        better === undefined ? undefined : () => [site.replace(place, better, l10n.t('Change to {0}', better))()],
    };
  },
);
