import * as l10n from '@vscode/l10n';
import { classFromEntry } from '../../features/refactor/classFromEntry.ts';
import { fieldText } from '../../index/entry.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import { editDistance, nearestName } from '../nearest.ts';
import { functionsOf, servicesFile, valuePlace } from '../places.ts';
import { refactorPlace } from '../refactorPlace.ts';
import type { Finding, Rule } from '../rule.ts';
import { alsoSuggesting, withNearest } from '../texts.ts';

export const servicesClassNotFound: Rule = {
  id: 'services-class-not-found',
  defaultSeverity: 'error',
  fixes: 'suggest',
  *check(context): Generator<Finding> {
    const services = servicesFile(context);
    if (!services) return;
    const { snapshot } = context;
    for (const fn of functionsOf(snapshot, services)) {
      const field = fn.entry.fields.get('classname');
      if (typeof field?.value !== 'string' || fn.classname === '') continue;
      if (snapshot.implementationOf(fn).cls || !isLookedFor(snapshot, fn)) continue;
      const nearest = nearestName(fn.classname, snapshot.externalClassNames(services.component));
      const message = l10n.t('Moodle cannot load the class {0}.', fn.classname);
      const found = withNearest(message, nearest, context.document, valuePlace(services.file, fn.entry, field));
      const place = refactorPlace(context, services.component, fn.entry.nameSpan.start);
      yield alsoSuggesting(found, () =>
        [...classFromEntry(place)].map(({ title, edits }) => ({ title, edits: edits() })),
      );
    }
  },
};

/** Whether all places that may hold the class are indexed. */
function isLookedFor(snapshot: IndexSnapshot, fn: FunctionDeclaration): boolean {
  const { codebase } = snapshot;
  const { classname, component } = fn;
  const cut = classname.indexOf('\\');
  if (cut > 0) {
    const owner = classname.slice(0, cut);
    // The class of a plugin that is not here; but a component that is one slip away from its own is meant to be it.
    return codebase.components.has(owner) || editDistance(owner, component.name, 2) <= 2;
  }
  const classpath = fieldText(fn.entry, 'classpath') ?? '';
  if (codebase.kind !== 'plugin')
    return classpath === '' || snapshot.file(`${codebase.root}/${classpath}`) !== undefined;
  // A plugin alone: only names of its own, and files of its own.
  const isHere = classpath === '' || snapshot.homeFiles(fn).some((path) => snapshot.file(path));
  return isHere && classname.startsWith(`${component.name}_`);
}
