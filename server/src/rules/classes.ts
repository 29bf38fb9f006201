import type { IndexSnapshot } from '../index/snapshot.ts';
import { resolveClassName } from '../php/names.ts';
import { factsScheme } from '../php/prelude.ts';
import type { PhpClass } from '../php/phpClass.ts';

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
  const { declaration, path } = cls;
  // Facts tell of a class's external functions, not of what else it has.
  if (path.startsWith(factsScheme)) {
    known.set(cls, false);
    return false;
  }
  const isKnown = [...declaration.extends, ...declaration.traits].every((parent) => {
    const found = snapshot.findClass(resolveClassName(declaration.scope, parent), path);
    return found !== undefined && isWhole(snapshot, found);
  });
  known.set(cls, isKnown);
  return isKnown;
}

/** Whether a class is `core_external\external_api` or inherits from it, under any of its names. */
export function isExternalApi(snapshot: IndexSnapshot, cls: PhpClass, depth = 0): boolean {
  if (/^(core_external\\)?external_api$/i.test(cls.name)) return true;
  if (depth > 20) return false;
  return cls.declaration.extends.some((parent) => {
    const found = snapshot.findClass(resolveClassName(cls.declaration.scope, parent), cls.path);
    return found !== undefined && found !== cls && isExternalApi(snapshot, found, depth + 1);
  });
}
