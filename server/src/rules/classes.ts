import type { IndexSnapshot } from '../index/snapshot.ts';
import { resolveClassName } from '../php/names.ts';
import type { PhpClass } from '../php/phpClass.ts';

/**
 * Whether all that a class inherits from is known, so that a method which is not found is not there. Classes of
 * Moodle's own are not known while only a plugin is open.
 */
export function isWhole(snapshot: IndexSnapshot, cls: PhpClass, seen = new Set<string>()): boolean {
  const { declaration, path, name } = cls;
  if (seen.has(name)) return true;
  seen.add(name);
  return [...declaration.extends, ...declaration.traits].every((parent) => {
    const found = snapshot.findClass(resolveClassName(declaration.scope, parent), path);
    return found !== undefined && isWhole(snapshot, found, seen);
  });
}
