import { descriptionRule } from '../descriptionSites.ts';
import * as l10n from '@vscode/l10n';

export const paramsContextid = descriptionRule(
  { id: 'params-contextid', defaultSeverity: 'hint', tags: ['convention'] },
  function* (site) {
    if (!site.isParameter || site.key !== 'contextid') return;
    const key = site.parent?.keys?.items.find(({ value }) => value.first === site.island.first)?.keySpan;
    if (key)
      yield {
        ...key,
        message: l10n.t(
          'Ids of contexts are internal to Moodle: clients know course ids, course module ids and user ids.',
        ),
      };
  },
);
