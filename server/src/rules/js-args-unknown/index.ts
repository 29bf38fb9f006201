import { ajaxRequests } from '../ajaxRequests.ts';
import { parametersOf, declaredAt } from '../described.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';
import * as l10n from '@vscode/l10n';

export const jsArgsUnknown: Rule = {
  id: 'js-args-unknown',
  defaultSeverity: 'error',
  needsCompleteSchema: true,
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { site, args } of ajaxRequests(context)) {
      const called = args && parametersOf(context.snapshot, site.name);
      if (!called) continue;
      const names = called.keys.map(([name]) => name);
      for (const { name, keySpan, valueSpan } of args.properties) {
        if (names.includes(name)) continue;
        const message = l10n.t('{0} has no such parameter: Moodle refuses the call.', site.name);
        // A shorthand is a variable as well: renaming it here would name another.
        const isShorthand = keySpan.start === valueSpan.start;
        const found = withNearest(message, nearestName(name, names), context.document, keySpan);
        yield { ...found, ...(isShorthand ? { suggest: undefined } : {}), related: declaredAt(called.fn) };
      }
    }
  },
};
