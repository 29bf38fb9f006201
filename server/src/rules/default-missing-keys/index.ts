import { sitesOf } from '../descriptionSites.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const defaultMissingKeys: Rule = {
  id: 'default-missing-keys',
  defaultSeverity: 'warning',
  *check(context): Generator<Finding> {
    const sites = sitesOf(context);
    for (const site of sites) {
      const place = site.arg('default');
      const given = site.literal('default');
      if (site.kind !== 'single' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT') continue;
      if (!place || given?.kind !== 'array') continue;
      const { items } = given.array;
      if (items.some(({ key }) => key === undefined)) continue;
      const missing = sites.find(
        (one) =>
          one.parent === site &&
          one.key !== undefined &&
          one.required === 'VALUE_REQUIRED' &&
          !items.some(({ key }) => key === one.key),
      );
      if (missing?.key === undefined) continue;
      yield {
        start: place.start,
        end: place.end,
        message: l10n.t(
          'The default lacks the required key {0}: every call without this structure fails.',
          missing.key,
        ),
        related: [
          {
            path: site.file.path,
            start: missing.island.start,
            end: missing.island.end,
            message: l10n.t('It is required here.'),
          },
        ],
      };
    }
  },
};
