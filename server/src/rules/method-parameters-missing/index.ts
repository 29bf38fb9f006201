import * as l10n from '@vscode/l10n';
import { describeParameters } from '../describeParameters.ts';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';

export const methodParametersMissing: Rule = {
  id: 'method-parameters-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const { fn, implementation, span, related } of implementedFunctions(context)) {
      if (!implementation.method || implementation.parameters) continue;
      const message = l10n.t(
        'Nothing declares what the function accepts: {0} has no {1}_parameters().',
        implementation.cls.name,
        fn.methodname,
      );
      const { cls, member } = implementation.method;
      const file = context.snapshot.file(cls.path);
      const title = l10n.t('Describe the parameters of {0}()', member.name);
      yield {
        ...{ ...span, message, related },
        suggest: file && (() => [{ title, edits: describeParameters(file, cls.declaration, member) }]),
      };
    }
  },
};
