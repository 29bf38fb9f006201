import { insertItem } from '../../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../../edits/arrayEdits.ts';
import { quoted } from '../../edits/style.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

const textFields = /^(description|summary|intro|message|content|text|body)$/;

export const formatFieldMissing: Rule = {
  id: 'format-field-missing',
  defaultSeverity: 'hint',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const site of sitesOf(context)) {
      const { key, parent } = site;
      const type = site.kind === 'value' ? site.literal('type') : undefined;
      if (key === undefined || !textFields.test(key) || type?.kind !== 'constant' || type.name !== 'PARAM_RAW')
        continue;
      const keys = parent?.keys;
      // What is spread or computed may have it.
      if (!keys || keys.items.some((item) => item.key === undefined)) continue;
      if (
        keys.items.some((item) => item.key === `${key}format` || item.key === 'format' || item.key === `${key}_format`)
      )
        continue;
      const at = keys.items.findIndex(({ value }) => value.first === site.island.first);
      const place = keys.items[at]?.keySpan;
      if (!place) continue;
      yield {
        ...place,
        message: l10n.t('Texts travel with their format: {0} is not there.', `${key}format`),
        suggest: () => [withFormat(site, keys, key, at)],
      };
    }
  },
};

function withFormat(site: DescriptionSite, keys: ArrayLiteral, key: string, after: number): Fix {
  const { name, imports } = site.sibling('external_format_value');
  const value = `new ${name}(${quoted(key)}${site.role === 'parameters' ? ', VALUE_DEFAULT' : ''})`;
  return {
    title: l10n.t("Insert '{0}' => {1}", `${key}format`, value),
    edits: [...imports, ...insertItem(site.file, keys, { key: `${key}format`, value, after })],
  };
}
