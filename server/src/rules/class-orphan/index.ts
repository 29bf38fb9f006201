import { isExternalApi } from '../classes.ts';
import type { Finding, Rule } from '../rule.ts';
import * as l10n from '@vscode/l10n';

export const classOrphan: Rule = {
  id: 'class-orphan',
  defaultSeverity: 'hint',
  *check({ snapshot, document: { path } }): Generator<Finding> {
    const component = path.endsWith('.php') && !path.includes('/tests/') ? snapshot.componentOf(path) : undefined;
    const file = component && snapshot.file(path);
    if (!file?.text.includes('_parameters')) return;
    for (const cls of file.classes.values()) {
      const { declaration, methods, name } = cls;
      if (declaration.kind !== 'class' || declaration.isAbstract) continue;
      for (const [key, member] of methods) {
        if (!methods.has(`${key}_parameters`) || !methods.has(`${key}_returns`) || !member.isStatic) continue;
        if (snapshot.functionsImplementedBy(name, key).length > 0 || !isExternalApi(snapshot, cls)) continue;
        // A class that inherits the method may be declared.
        const isInherited = snapshot.sortedFunctions.some(
          (fn) => fn.methodname.toLowerCase() === key && snapshot.implementationOf(fn).method?.member === member,
        );
        if (!isInherited)
          yield {
            ...member.nameSpan,
            message: l10n.t('No db/services.php declares a function with this method: nobody can call it.'),
          };
      }
    }
  },
};
