import type { PhpClass } from '../../php/phpClass.ts';
import { resolveClassName } from '../../php/names.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';

const maxClasses = 30;

/** A class, its traits and its parents, nearest first. */
function lineageOf(index: IndexSnapshot, cls: PhpClass): PhpClass[] {
  const found: PhpClass[] = [cls];
  for (let i = 0; i < found.length && found.length < maxClasses; i += 1) {
    const one = found[i];
    if (!one) break;
    const { declaration, path } = one;
    for (const name of [...declaration.traits, ...declaration.extends]) {
      const next = index.findClass(resolveClassName(declaration.scope, name), path);
      if (next && !found.includes(next)) found.push(next);
    }
  }
  return found;
}

/** Methods of a class that have a `_parameters` method beside them: those that can be external functions. */
export function schemaMethodNames(index: IndexSnapshot, cls: PhpClass): string[] {
  const names = new Map<string, string>();
  for (const one of lineageOf(index, cls))
    for (const [key, { name }] of one.methods) if (!names.has(key)) names.set(key, name);
  return [...names].filter(([key]) => names.has(`${key}_parameters`)).map(([, name]) => name);
}
