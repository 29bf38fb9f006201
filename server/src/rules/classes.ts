import type { IndexSnapshot } from '../index/snapshot.ts';
import { resolveClassName } from '../php/names.ts';
import { factsScheme } from '../php/prelude.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { perRevision } from './remembered.ts';

/** The traits and parents of a class, in the order in which PHP looks for a method; undefined for what is not found. */
export const parentsOf = perRevision((snapshot, { declaration, path }: PhpClass): readonly (PhpClass | undefined)[] => {
  const { traits, extends: above, scope } = declaration;
  return [...traits, ...above].map((name) => snapshot.findClass(resolveClassName(scope, name), path));
});

/** Key: a revision of the index and a class of it. Gone with the revision. */
const memory = new WeakMap<IndexSnapshot, Map<PhpClass, boolean>>();

/**
 * Whether all that a class inherits from is known, so that a method which is not found is not there. Classes of
 * Moodle's own are not known while only a plugin is open.
 */
export function isWhole(snapshot: IndexSnapshot, cls: PhpClass): boolean {
  let known = memory.get(snapshot);
  if (!known) memory.set(snapshot, (known = new Map<PhpClass, boolean>()));
  const answer = known.get(cls);
  if (answer !== undefined) return answer;
  // A class that inherits from itself is as whole as the rest of it.
  known.set(cls, true);
  // Facts tell of a class's external functions, not of what else it has.
  if (cls.path.startsWith(factsScheme)) {
    known.set(cls, false);
    return false;
  }
  const isKnown = parentsOf(snapshot, cls).every((found) => found !== undefined && isWhole(snapshot, found));
  known.set(cls, isKnown);
  return isKnown;
}

/** Whether a class is `core_external\external_api` or inherits from it, under any of its names. */
export function isExternalApi(snapshot: IndexSnapshot, cls: PhpClass, depth = 0): boolean {
  if (/^(core_external\\)?external_api$/i.test(cls.name)) return true;
  if (depth > 20) return false;
  return parentsOf(snapshot, cls).some(
    (found) => found !== undefined && found !== cls && isExternalApi(snapshot, found, depth + 1),
  );
}
