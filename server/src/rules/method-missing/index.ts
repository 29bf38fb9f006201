import * as l10n from '@vscode/l10n';
import { implementedFunctions } from '../implementations.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';
import { withNearest } from '../texts.ts';

export const methodMissing: Rule = {
  id: 'method-missing',
  defaultSeverity: 'error',
  *check(context): Generator<Finding> {
    for (const { fn, implementation, span, related } of implementedFunctions(context)) {
      if (implementation.method) continue;
      const { cls } = implementation;
      const names = [...cls.methods.values()].map(({ name }) => name);
      const message = l10n.t('Moodle calls this method, and {0} has no {1}().', cls.name, fn.methodname);
      const nearest = fn.entry.fields.has('methodname') ? nearestName(fn.methodname, names) : undefined;
      yield { ...withNearest(message, nearest, context.document, span), related };
    }
  },
};
