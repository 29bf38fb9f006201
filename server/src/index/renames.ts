/** Classes that were renamed or moved: db/renamedclasses.php (`old => new`) and db/legacyclasses.php (`class => file in classes/`). */
import { PhpArray } from '../php/values.ts';
import type { Key, Value } from '../php/values.ts';
import type { Codebase } from '../workspace/codebase.ts';
import type { SourceFile } from './sourceFile.ts';

export const renameVariables = ['renamedclasses', 'legacyclasses'] as const;
type RenamesVariable = (typeof renameVariables)[number];

/** Lower-case old class name → new name, or the file that has it. */
type Renames = ReadonlyMap<string, string | { readonly path: string }>;
const renamesMemo = new WeakMap<SourceFile, Renames>();

/** What a file in a component's db/ says about moved classes, by its array. Memoised per version of the file. */
export function renamesIn(
  codebase: Codebase,
  file: SourceFile,
  directory: string,
  variable: RenamesVariable,
  arrayIn: (file: SourceFile, variable: string) => readonly [Key, Value][],
): Renames {
  const known = renamesMemo.get(file);
  if (known) return known;
  const map = new Map<string, string | { path: string }>();
  renamesMemo.set(file, map);
  for (const [old, target] of arrayIn(file, variable)) {
    const renamed = variable === 'renamedclasses' && typeof target === 'string' ? target.replace(/^\\/, '') : undefined;
    const to = renamed ?? legacyTarget(codebase, directory, target);
    if (to !== undefined) map.set(String(old).replace(/^\\/, '').toLowerCase(), to);
  }
  return map;
}

/** `'file.php'` in the component's classes/, or `['component', 'file.php']` in another's. */
function legacyTarget(codebase: Codebase, directory: string, target: unknown): { path: string } | undefined {
  if (typeof target === 'string') return { path: `${directory}/classes/${target}` };
  if (!(target instanceof PhpArray)) return undefined;
  const [component, file] = target.values();
  const base = typeof component === 'string' ? codebase.components.get(component)?.directory : undefined;
  return base === undefined || typeof file !== 'string' ? undefined : { path: `${base}/classes/${file}` };
}
