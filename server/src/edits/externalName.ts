import type { ClassIsland } from '../php/islands.ts';
import { resolveClassName } from '../php/names.ts';

/** How a class writes the name of one of the describing classes (`external_value`), by its imports and what it extends. */
export function externalName(cls: ClassIsland, name: string): string {
  const { scope } = cls;
  for (const [, fqn] of [...scope.classes].filter(([alias]) => alias === name)) if (fqn !== '') return name;
  const parent = resolveClassName(scope, cls.extends[0] ?? '');
  const isNew =
    parent.startsWith('core_external\\') ||
    [...scope.classes.values()].some((one) => one.startsWith('core_external\\'));
  if (isNew) return `\\core_external\\${name}`;
  return scope.namespace === '' ? name : `\\${name}`;
}
