/** The extension's own versions of Moodle classes (php/prelude), as one version of Moodle has them. */
import type { FunctionIsland } from '../php/islands.ts';
import type { PhpClass } from '../php/phpClass.ts';
import { preludeFiles } from '../php/prelude.ts';
import { hasVersion } from '../workspace/moodleVersions.ts';
import { SourceFile } from './sourceFile.ts';

const memory = new Map<number, BuiltIns>();

/** Key: index of a branch; holds for good. */
export function builtInsOf(branch: number): BuiltIns {
  let known = memory.get(branch);
  if (!known) memory.set(branch, (known = new BuiltIns(branch)));
  return known;
}

export class BuiltIns {
  private readonly files: ReadonlyMap<string, SourceFile>;

  constructor(branch: number) {
    const texts = preludeFiles((version) => hasVersion(branch, version));
    this.files = new Map(Object.entries(texts).map(([path, text]) => [path, new SourceFile(path, text)]));
  }

  file(path: string): SourceFile | undefined {
    return this.files.get(path);
  }

  /** A class by its lower-case name; `external_value` is that of core_external. */
  find(key: string): PhpClass | undefined {
    const names = key.includes('\\') ? [key] : [`core_external\\${key}`, key];
    for (const name of names)
      for (const file of this.files.values()) {
        const found = file.classes.get(name);
        if (found) return found;
      }
    return undefined;
  }

  /** A function by its lower-case name, with the file that has it. */
  findFunction(key: string): { file: SourceFile; found: FunctionIsland } | undefined {
    for (const file of this.files.values()) {
      const found = file.functions.get(key);
      if (found) return { file, found };
    }
    return undefined;
  }
}
