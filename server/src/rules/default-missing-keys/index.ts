import type { TextEdit } from '../../edits/textEdit.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const defaultMissingKeys: Rule = {
  id: 'default-missing-keys',
  defaultSeverity: 'warning',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const sites = sitesOf(context);
    for (const site of sites) {
      const place = site.arg('default');
      const given = site.literal('default');
      if (site.kind !== 'single' || site.role !== 'parameters' || site.required !== 'VALUE_DEFAULT') continue;
      if (!place || given?.kind !== 'array') continue;
      const { items } = given.array;
      if (items.some(({ key }) => key === undefined)) continue;
      const lacking = sites.filter(
        (one) =>
          one.parent === site &&
          one.key !== undefined &&
          one.required === 'VALUE_REQUIRED' &&
          !items.some(({ key }) => key === one.key),
      );
      const [missing] = lacking;
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
        suggest: () => [{ title: l10n.t('Make the keys optional'), edits: lacking.map(optional) }],
      };
    }
  },
};

/** VALUE_OPTIONAL, which comes third. */
function optional(site: DescriptionSite): TextEdit {
  const { path } = site.file;
  const given = site.arg('required');
  if (given) return { path, start: given.start, end: given.end, text: 'VALUE_OPTIONAL' };
  const last = site.args.at(-1);
  const at = last?.end ?? site.island.end - 1;
  const isNamed = site.args.some(({ name }) => name !== undefined);
  const code = isNamed ? 'required: VALUE_OPTIONAL' : site.arg('desc') ? 'VALUE_OPTIONAL' : "'', VALUE_OPTIONAL";
  return { path, start: at, end: at, text: last ? `, ${code}` : code };
}
