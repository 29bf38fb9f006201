import { parametersOf, declaredAt } from '../described.ts';
import type { Finding, Rule } from '../rule.ts';
import { testedCalls } from '../testFiles.ts';
import * as l10n from '@vscode/l10n';

export const testArity: Rule = {
  id: 'test-arity',
  defaultSeverity: 'warning',
  needsCompleteSchema: true,
  *check(context): Generator<Finding> {
    for (const { fn, count, start, end } of testedCalls(context)) {
      const called = parametersOf(context.snapshot, fn.name);
      if (!called || count === undefined || count <= called.keys.length) continue;
      yield {
        start,
        end,
        message: l10n.t(
          '{0} arguments are passed, and the function has {1}: no client can send more.',
          count,
          called.keys.length,
        ),
        related: declaredAt(fn),
      };
    }
  },
};
