/** How names in one namespace block of a file resolve (php.net: name resolution rules). */
export interface NameScope {
  /** Without leading backslash; empty for the global namespace. */
  readonly namespace: string;
  /** Lower-case alias → fully qualified name without leading backslash. */
  readonly classes: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, string>;
  readonly constants: ReadonlyMap<string, string>;
}

/** That of code without namespace and imports. */
export const globalScope: NameScope = { namespace: '', classes: new Map(), functions: new Map(), constants: new Map() };

export const withoutLeadingBackslash = (name: string): string => (name.startsWith('\\') ? name.slice(1) : name);

const qualify = (scope: NameScope, name: string) => (scope.namespace === '' ? name : `${scope.namespace}\\${name}`);

/** The fully qualified class name, without leading backslash, that `name` means in `scope`. */
export function resolveClassName(scope: NameScope, name: string): string {
  if (name.startsWith('\\')) return name.slice(1);
  if (/^namespace\\/i.test(name)) return qualify(scope, name.slice(10));
  const cut = name.indexOf('\\');
  const imported = scope.classes.get((cut < 0 ? name : name.slice(0, cut)).toLowerCase());
  if (imported !== undefined) return cut < 0 ? imported : imported + name.slice(cut);
  return qualify(scope, name);
}

/** Candidates, in PHP's order, for an unqualified or qualified function or constant name. */
export function resolveFallbackName(scope: NameScope, name: string, kind: 'functions' | 'constants'): string[] {
  if (name.startsWith('\\')) return [name.slice(1)];
  if (name.includes('\\')) return [resolveClassName(scope, name)];
  const imported = scope[kind].get(kind === 'functions' ? name.toLowerCase() : name);
  if (imported !== undefined) return [imported];
  return scope.namespace === '' ? [name] : [qualify(scope, name), name];
}
