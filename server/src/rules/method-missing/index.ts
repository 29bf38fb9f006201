import * as l10n from '@vscode/l10n';
import { implementedFunctions } from '../implementations.ts';
import type { Implemented } from '../implementations.ts';
import { methodStub } from '../methodStub.ts';
import { nearestName } from '../nearest.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';

export const methodMissing: Rule = {
  id: 'method-missing',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    for (const implemented of implementedFunctions(context)) {
      const { fn, implementation, span, related } = implemented;
      if (implementation.method) continue;
      const { cls } = implementation;
      const names = [...cls.methods.values()].map(({ name }) => name);
      const message = l10n.t('Moodle calls this method, and {0} has no {1}().', cls.name, fn.methodname);
      const nearest = fn.entry.fields.has('methodname') ? nearestName(fn.methodname, names) : undefined;
      const finding = withNearest(message, nearest, context.document, span);
      yield alsoSuggesting({ ...finding, related }, () => stub(context, implemented));
    }
  },
};

function stub({ snapshot }: RuleContext, { fn, implementation: { cls } }: Implemented): Fix[] {
  const file = snapshot.file(cls.path);
  if (!file || !/^[a-z_]\w*$/i.test(fn.methodname)) return [];
  const edit = methodStub(file, cls.declaration, fn.methodname, snapshot.describe(fn));
  return [{ title: l10n.t('Insert {0}()', fn.methodname), edits: [edit] }];
}
