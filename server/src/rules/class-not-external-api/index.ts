import type { PhpClass } from '../../php/phpClass.ts';
import { isExternalApi } from '../classes.ts';
import { implementedFunctions } from '../implementations.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const classNotExternalApi: Rule = {
  id: 'class-not-external-api',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document, targets } = context;
    const seen = new Set<PhpClass>();
    for (const { implementation, related } of implementedFunctions(context)) {
      const { cls } = implementation;
      const file = cls.path === document.path ? snapshot.file(cls.path) : undefined;
      if (!file || seen.has(cls) || isExternalApi(snapshot, cls)) continue;
      seen.add(cls);
      const { nameSpan, extends: parents, kind } = cls.declaration;
      const base = targets.from < 402 ? '\\external_api' : '\\core_external\\external_api';
      const edit = { path: file.path, start: nameSpan.end, end: nameSpan.end, text: ` extends ${base}` };
      yield {
        ...nameSpan,
        message: l10n.t(
          'The class must extend external_api: Moodle calls methods that it inherits, and every call fails.',
        ),
        related,
        suggest:
          parents.length > 0 || kind !== 'class'
            ? undefined
            : () => [{ title: l10n.t('Extend {0}', base), edits: [edit] }],
      };
    }
  },
};
