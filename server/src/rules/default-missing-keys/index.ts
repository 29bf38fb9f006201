import { insertItem } from '../../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../../edits/arrayEdits.ts';
import { quoted } from '../../edits/style.ts';
import type { TextEdit } from '../../edits/textEdit.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import { choices } from '../entryRules.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
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
        suggest: choices(
          () => ({ title: l10n.t('Make the keys optional'), edits: lacking.map(optional) }),
          filled(site, given.array, lacking),
        ),
      };
    }
  },
};

/** VALUE_OPTIONAL, which comes third. */
function optional(site: DescriptionSite): TextEdit {
  const { path } = site.file;
  const given = site.arg('required');
  if (given) return { path, start: given.start, end: given.end, text: 'VALUE_OPTIONAL' };
  const isNamed = site.args.some(({ name }) => name !== undefined);
  const desc = isNamed || site.arg('desc') ? [] : ["''"];
  return site.splice(site.args.length, 0, [...desc, isNamed ? 'required: VALUE_OPTIONAL' : 'VALUE_OPTIONAL']);
}

const neutral: Readonly<Record<string, string>> = { PARAM_INT: '0', PARAM_FLOAT: '0.0', PARAM_BOOL: 'false' };

/** The default with a value for each key that it lacks; undefined where one is a structure. */
function filled(
  site: DescriptionSite,
  array: ArrayLiteral,
  lacking: readonly DescriptionSite[],
): (() => Fix) | undefined {
  const values = lacking.map((one) => {
    const type = one.literal('type');
    const name = type?.kind === 'constant' ? type.name : '';
    return one.kind === 'multiple' ? '[]' : one.kind === 'value' ? (neutral[name] ?? "''") : undefined;
  });
  const [value] = values;
  const [first, ...others] = lacking.flatMap(({ key }) => key ?? []);
  if (first === undefined || value === undefined || values.includes(undefined)) return undefined;
  const more = others.map((key, at) => `, ${quoted(key)} => ${values[at + 1] ?? ''}`);
  const edits = insertItem(site.file, array, { key: first, value: value + more.join('') });
  return () => ({ title: l10n.t('Add the keys to the default'), edits });
}
