import * as l10n from '@vscode/l10n';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';

export const methodReturnsMissing: Rule = {
  id: 'method-returns-missing',
  defaultSeverity: 'error',
  *check(context): Generator<Finding> {
    for (const { fn, implementation, span, related } of implementedFunctions(context)) {
      if (!implementation.method || implementation.returns) continue;
      const message = l10n.t(
        'Nothing declares what the function returns: {0} has no {1}_returns().',
        implementation.cls.name,
        fn.methodname,
      );
      yield { ...span, message, related };
    }
  },
};
