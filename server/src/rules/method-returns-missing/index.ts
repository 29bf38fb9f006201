import * as l10n from '@vscode/l10n';
import { describeReturns } from '../describeReturns.ts';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';

export const methodReturnsMissing: Rule = {
  id: 'method-returns-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { fn, implementation, span, related } of implementedFunctions(context)) {
      if (!implementation.method || implementation.returns) continue;
      const message = l10n.t(
        'Nothing declares what the function returns: {0} has no {1}_returns().',
        implementation.cls.name,
        fn.methodname,
      );
      const { cls, member } = implementation.method;
      const file = context.snapshot.file(cls.path);
      const edits = file && describeReturns(file, cls.declaration, member);
      const title = l10n.t('Describe what {0}() returns', member.name);
      yield { ...span, message, related, suggest: edits && (() => [{ title, edits: edits() }]) };
    }
  },
};
