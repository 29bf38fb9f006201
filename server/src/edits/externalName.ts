import type { SourceFile } from '../index/sourceFile.ts';
import type { ClassIsland } from '../php/islands.ts';
import { resolveClassName } from '../php/names.ts';
import { insertImports } from './imports.ts';
import type { TextEdit } from './textEdit.ts';

/** How a class writes the name of one of the describing classes (`external_value`), by its imports and what it extends. */
function externalName(cls: ClassIsland, name: string): string {
  const { scope } = cls;
  for (const [, fqn] of [...scope.classes].filter(([alias]) => alias === name)) if (fqn !== '') return name;
  const parent = resolveClassName(scope, cls.extends[0] ?? '');
  const isNew =
    parent.startsWith('core_external\\') ||
    [...scope.classes.values()].some((one) => one.startsWith('core_external\\'));
  if (isNew) return `\\core_external\\${name}`;
  return scope.namespace === '' ? name : `\\${name}`;
}

/** Names of describing classes in code that is added to a class, and the imports that they need in a namespace. */
export class ExternalImports {
  private readonly missing = new Set<string>();

  constructor(
    private readonly file: SourceFile,
    private readonly cls: ClassIsland,
  ) {}

  readonly name = (name: string): string => {
    const written = externalName(this.cls, name);
    if (!written.startsWith('\\') || !this.takesImports(name)) return written;
    this.missing.add(written.slice(1));
    return name;
  };

  /** To be asked for when all names are. */
  get edits(): TextEdit[] {
    return insertImports(this.file, [...this.missing]);
  }

  /** In a file of one namespace without braces, where the name means nothing else. */
  private takesImports(name: string): boolean {
    const { text, islands } = this.file;
    const [namespace, ...others] = text.matchAll(/^[ \t]*(?:<\?php[ \t]+)?namespace\b[^;{]*([;{])/gm);
    return namespace?.[1] === ';' && others.length === 0 && !islands.classes.some((one) => one.name === name);
  }
}
