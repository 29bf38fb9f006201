import { quoted } from '../../edits/style.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { DescriptionSite } from '../descriptionSites.ts';
import type { Finding, Fix, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const formatFieldPlainInt: Rule = {
  id: 'format-field-plain-int',
  defaultSeverity: 'hint',
  tags: ['convention'],
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const site of sitesOf(context)) {
      const type = site.kind === 'value' ? site.literal('type') : undefined;
      const field = /^(.+?)_?format$/.exec(site.key ?? '')?.[1];
      if (type?.kind !== 'constant' || type.name !== 'PARAM_INT' || field === undefined) continue;
      if (!site.parent?.keys?.items.some(({ key }) => key === field)) continue;
      yield {
        ...site.className,
        message: l10n.t('{0} describes the format of a text, with its meaning.', 'external_format_value'),
        suggest: () => [asFormat(site, field)],
      };
    }
  },
};

function asFormat(site: DescriptionSite, field: string): Fix {
  const { path, text } = site.file;
  const { name, imports } = site.sibling('external_format_value');
  const given = [site.arg('required'), site.arg('default')].map((one) =>
    one ? `, ${text.slice(one.start, one.end)}` : '',
  );
  const code = `new ${name}(${quoted(field)}${given.join('')})`;
  const { start, end } = site.island;
  return { title: l10n.t('Change to {0}', code), edits: [...imports, { path, start, end, text: code }] };
}
