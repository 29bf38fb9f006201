import { ajaxRequests } from '../ajaxRequests.ts';
import { parametersOf, declaredAt } from '../described.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const jsNoArgs: Rule = {
  id: 'js-no-args',
  defaultSeverity: 'hint',
  needsCompleteSchema: true,
  fixes: 'fix',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    for (const { site, object, lacksArgs } of ajaxRequests(context)) {
      const called = lacksArgs ? parametersOf(snapshot, site.name) : undefined;
      const method = object?.properties.find(({ name }) => name === 'methodname');
      if (!called || !method) continue;
      const required = called.keys.filter(([, node]) => node.required === 'VALUE_REQUIRED').map(([name]) => name);
      const at = method.valueSpan.end;
      yield {
        ...site.span,
        ...(required.length > 0 ? { severity: 'error' as const } : {}),
        message:
          required.length > 0
            ? l10n.t('The request has no args, and {0} is required: Moodle refuses the call.', required.join(', '))
            : l10n.t('The request has no args: Moodle takes only an object, even an empty one.'),
        related: declaredAt(called.fn),
        fix:
          required.length > 0
            ? undefined
            : () => ({
                title: l10n.t('Insert {0}', 'args: {}'),
                edits: [{ path: document.path, start: at, end: at, text: ', args: {}' }],
              }),
      };
    }
  },
};
