import { quoted } from '../../edits/style.ts';
import type { Span } from '../../php/cursor.ts';
import { sitesOf } from '../descriptionSites.ts';
import type { Finding, Rule } from '../rule.ts';
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
      const required = site.arg('required');
      const value = site.arg('default');
      const text = (one: Span | undefined) => (one ? `, ${site.file.text.slice(one.start, one.end)}` : '');
      const code = `new ${site.sibling('external_format_value')}(${quoted(field)}${text(required)}${text(value)})`;
      const place = { start: site.island.start, end: site.island.end };
      yield {
        ...site.className,
        message: l10n.t('{0} describes the format of a text, with its meaning.', 'external_format_value'),
        suggest: () => [site.replace(place, code, l10n.t('Change to {0}', code))()],
      };
    }
  },
};
