import { ajaxRequests } from '../ajaxRequests.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

/** What tells Moodle's filters about new content. */
const tells = /filterContentUpdated|FILTER_CONTENT_UPDATED|replaceNode|(append|prepend)NodeContents|core\/templates/i;

export const jsFilterContentUpdated: Rule = {
  id: 'js-filter-content-updated',
  defaultSeverity: 'off',
  *check(context): Generator<Finding> {
    if (ajaxRequests(context).length === 0) return;
    const text = context.document.text.getText();
    if (tells.test(text)) return;
    for (const match of text.matchAll(/\.(innerHTML\s*\+?=(?!=)|insertAdjacentHTML\(|html\((?!\)))/g)) {
      const start = match.index + 1;
      const [name = ''] = /^\w+/.exec(text.slice(start)) ?? [];
      yield {
        start,
        end: start + name.length,
        message: l10n.t("Tell Moodle's filters about new content, or insert it with core/templates."),
      };
    }
  },
};
