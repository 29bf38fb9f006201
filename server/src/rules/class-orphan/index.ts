import { isExternalApi } from '../classes.ts';
import { entryFromClass } from '../../features/refactor/entryFromClass.ts';
import type { MemberIsland } from '../../php/islands.ts';
import type { Component } from '../../workspace/codebase.ts';
import { choices } from '../entryRules.ts';
import { refactorPlace } from '../refactorPlace.ts';
import type { Finding, Fix, Rule, RuleContext } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const classOrphan: Rule = {
  id: 'class-orphan',
  defaultSeverity: 'hint',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const { snapshot, document } = context;
    const { path } = document;
    const component = path.endsWith('.php') && !path.includes('/tests/') ? snapshot.componentOf(path) : undefined;
    const file = component && snapshot.file(path);
    if (!component || !file?.text.includes('_parameters')) return;
    for (const cls of file.classes.values()) {
      const { declaration, methods, name } = cls;
      if (declaration.kind !== 'class' || declaration.isAbstract) continue;
      for (const [key, member] of methods) {
        if (!methods.has(`${key}_parameters`) || !methods.has(`${key}_returns`) || !member.isStatic) continue;
        if (snapshot.functionsImplementedBy(name, key).length > 0 || !isExternalApi(snapshot, cls)) continue;
        // A class that inherits the method may be declared.
        const isInherited = snapshot.sortedFunctions.some((fn) => {
          const method = fn.methodname.toLowerCase() === key ? snapshot.implementationOf(fn).method : undefined;
          return method?.cls.path === path && method.member.start === member.start;
        });
        if (!isInherited)
          yield {
            ...member.nameSpan,
            message: l10n.t('No db/services.php declares a function with this method: nobody can call it.'),
            suggest: choices(...entries(context, component, member)),
          };
      }
    }
  },
};

/** The entry, where there is a db/services.php to hold it. */
function entries(context: RuleContext, component: Component, { start: offset }: MemberIsland): (() => Fix)[] {
  if (!context.snapshot.isFile(`${component.directory}/db/services.php`)) return [];
  return [...entryFromClass(refactorPlace(context, component, offset))].map(({ title, edits }) => () => ({
    title,
    edits: edits(),
  }));
}
