import { fieldText } from '../../index/entry.ts';
import type { Entry } from '../../index/entry.ts';
import { declareFunction } from '../../index/evaluateFunction.ts';
import { restoredEntry } from '../baseChanges.ts';
import { servicesFile, functionsOf, unquoted } from '../places.ts';
import type { ServicesFile } from '../places.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const functionRenamed: Rule = {
  id: 'function-renamed',
  defaultSeverity: 'info',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    const before = services && context.base?.declarationsIn(services.file.path);
    if (!services || !before) return;
    const { component, file } = services;
    const old = before.functions.map((entry) => declareFunction(entry, component));
    const names = new Set(services.declared.functions.map(({ name }) => name));
    for (const fn of functionsOf(context.snapshot, services)) {
      if (old.some(({ name }) => name === fn.name) || fn.classname === '') continue;
      const was = old.find(
        (one) => !names.has(one.name) && one.classname === fn.classname && one.methodname === fn.methodname,
      );
      if (was)
        yield {
          ...unquoted(file, fn.entry.nameSpan),
          message: l10n.t(
            'The function was called {0}: clients of that name break, and services made by administrators keep it.',
            was.name,
          ),
          suggest: () => kept(context, services, was.entry, fn.name),
        };
    }
  },
};

/** The entry as it was beside the new one. */
function kept(context: RuleContext, services: ServicesFile, old: Entry, name: string): Fix[] {
  const edits = restoredEntry(
    context,
    services,
    old,
    `** DEPRECATED ** Please use ${name}. ${fieldText(old, 'description') ?? ''}`.trim(),
  );
  return edits.length === 0 ? [] : [{ title: l10n.t('Keep {0} as deprecated', old.name), edits }];
}
