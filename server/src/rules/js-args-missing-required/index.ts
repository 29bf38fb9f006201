import { ajaxRequests } from '../ajaxRequests.ts';
import { parametersOf, declaredAt } from '../described.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsArgsMissingRequired: Rule = {
  id: 'js-args-missing-required',
  defaultSeverity: 'error',
  needsCompleteSchema: true,
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    for (const { site, args } of ajaxRequests(context)) {
      const called = args?.isWhole ? parametersOf(snapshot, site.name) : undefined;
      if (!args || !called) continue;
      const given = new Set(args.properties.map(({ name }) => name));
      const missing = called.keys
        .filter(([name, node]) => node.required === 'VALUE_REQUIRED' && !given.has(name))
        .map(([name]) => name);
      if (missing.length === 0) continue;
      const last = args.properties.at(-1);
      const at = last ? last.valueSpan.end : args.start + 1;
      const text = (last ? ', ' : '') + missing.join(', ');
      yield {
        ...site.span,
        message: l10n.t('Required and not sent: {0}. Moodle refuses the call.', missing.join(', ')),
        related: declaredAt(called.fn),
        suggest: () => [
          { title: l10n.t('Send {0}', missing.join(', ')), edits: [{ path: document.path, start: at, end: at, text }] },
        ],
      };
    }
  },
};
