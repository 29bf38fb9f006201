import { declareFunction } from '../../index/evaluateFunction.ts';
import type { Entry } from '../../index/entry.ts';
import { restoredEntry } from '../baseChanges.ts';
import { references } from '../functionNames.ts';
import { functionsOf, servicesFile } from '../places.ts';
import type { ServicesFile } from '../places.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

type References = ReturnType<typeof references>;

export const functionRemovedReferenced: Rule = {
  id: 'function-removed-referenced',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, base } = context;
    const services = servicesFile(context);
    if (!base || !services) return;
    const { file, component } = services;
    const gone = (base.declarationsIn(file.path)?.functions ?? []).filter(({ name }) => !snapshot.functions.has(name));
    const start = file.statements.find(({ array }) => array?.variable === 'functions')?.start ?? 0;
    for (const entry of gone) {
      const found = references(snapshot, component, entry.name);
      // One in a file is enough to find the others.
      const related = found
        .filter(({ path }, at) => path !== file.path && path !== found[at - 1]?.path)
        .map((one) => ({ ...one, message: l10n.t('It is used here.') }));
      if (related.length > 0)
        yield {
          start,
          end: start + 10,
          message: l10n.t('{0} was removed, and the plugin still uses it.', entry.name),
          related,
          suggest: () => changes(context, services, entry, found),
        };
    }
  },
};

/** The function that has its method now, or the entry as it was. */
function changes(context: RuleContext, services: ServicesFile, entry: Entry, found: References): Fix[] {
  const old = declareFunction(entry, services.component);
  const heir = functionsOf(context.snapshot, services).find(
    ({ classname, methodname }) => classname === old.classname && methodname === old.methodname,
  );
  const restored = restoredEntry(context, services, entry);
  return [
    ...(heir
      ? [
          {
            title: l10n.t('Use {0} instead', heir.name),
            edits: found.map((one) => ({ ...one, text: heir.name })),
          },
        ]
      : []),
    ...(restored.length > 0 ? [{ title: l10n.t('Put {0} back', entry.name), edits: restored }] : []),
  ];
}
