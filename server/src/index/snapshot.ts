import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import { globalScope } from '../php/names.ts';
import type { PhpClass } from '../php/phpClass.ts';
import type { FunctionHistory } from '../catalogue/catalogue.ts';
import type { Codebase, Component } from '../workspace/codebase.ts';
import { componentOf } from '../workspace/codebase.ts';
import { branchesOf } from '../workspace/moodleVersions.ts';
import type { TargetBranches } from '../workspace/moodleVersions.ts';
import { baseName } from '../workspace/paths.ts';
import { fieldList, fieldText } from './entry.ts';
import type { DeclarationFile } from './declarations.ts';
import type { Entry } from './entry.ts';
import { declaredIn, declaredOnly, homeFiles, namedMethod, notImplemented } from './evaluateFunction.ts';
import type { FunctionDeclaration, Implementation } from './evaluateFunction.ts';
import type { CachedFunction } from './cache.ts';
import type { IslandCache } from './islandCache.ts';
import { KnownCalls } from './knownCalls.ts';
import { isDeclared } from './knownFunctions.ts';
import type { KnownFunctions, KnownSet } from './knownFunctions.ts';
import type { LibrariesNow } from './libraries.ts';
import { Results } from './results.ts';
import type { Memory } from './results.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Sources } from './sources.ts';
import { TreeProgram } from './treeProgram.ts';
import type { World } from './treeProgram.ts';

/** An entry of `$services`; its name is the service's display name. */
export interface ServiceDeclaration {
  readonly entry: Entry;
  readonly component: Component;
  readonly shortname: string | undefined;
}

/** An entry of `$capabilities` in a db/access.php. */
export interface CapabilityDeclaration {
  readonly entry: Entry;
  readonly component: Component;
}

/**
 * One revision of the index of one Moodle tree or plugin. Immutable towards its users: what is asked for is computed
 * once from this revision's files.
 */
export class IndexSnapshot {
  private readonly world: World;
  private readonly results: Results;
  private declaredMemo: ReadonlyMap<string, FunctionDeclaration> | undefined;
  private functionsMemo: ReadonlyMap<string, FunctionDeclaration> | undefined;
  private sortedMemo: readonly FunctionDeclaration[] | undefined;
  private servicesMemo: readonly ServiceDeclaration[] | undefined;
  private serviceNamesMemo: ReadonlyMap<string, readonly string[]> | undefined;
  private capabilitiesMemo: ReadonlyMap<string, CapabilityDeclaration> | undefined;
  private branchesMemo: TargetBranches | undefined;
  private byMethodMemo: ReadonlyMap<string, readonly FunctionDeclaration[]> | undefined;

  constructor(
    readonly revision: number,
    readonly codebase: Codebase,
    private readonly sources: Sources,
    islands: IslandCache,
    private readonly memory: Memory,
    private readonly knownFunctions?: KnownFunctions,
    /** The same in all revisions between which nothing but db/services.php files has changed: what classes are and do depends on none of those. */
    readonly code = new KnownCalls(),
  ) {
    const libraries = memory.libraries.in(sources, codebase.kind === 'plugin' ? undefined : codebase.root);
    this.world = new RevisionWorld(codebase, sources, islands, libraries, code, () => this.known);
    this.results = new Results(revision, this.world, memory);
  }

  // ---- files --------------------------------------------------------------------------------------------------

  file(path: string): SourceFile | undefined {
    return this.sources.file(path);
  }

  /** What is in a directory: names, those of directories with a slash behind. */
  listing(directory: string): readonly string[] {
    return (
      this.sources
        .listing(directory)
        ?.split('\n')
        .filter((name) => name !== '') ?? []
    );
  }

  isFile(path: string): boolean {
    return this.sources.isFile(path);
  }

  componentOf(path: string): Component | undefined {
    return componentOf(this.codebase, path);
  }

  /** What a db/services.php or db/access.php declares. */
  declarationsIn(path: string): DeclarationFile | undefined {
    return this.results.declarationsIn(path);
  }

  private *declarationFiles(base: 'services' | 'access'): Generator<[Component, DeclarationFile]> {
    for (const [component, path] of declarationPaths(this.codebase)[base]) {
      const file = this.declarationsIn(path);
      if (file) yield [component, file];
    }
  }

  // ---- declarations -------------------------------------------------------------------------------------------

  /** External functions that the code declares, by name; where two components declare one name, the first counts. */
  get declared(): ReadonlyMap<string, FunctionDeclaration> {
    if (!this.declaredMemo) {
      const map = new Map<string, FunctionDeclaration>();
      for (const [component, file] of this.declarationFiles('services'))
        for (const fn of declaredIn(file, component)) if (!map.has(fn.name)) map.set(fn.name, fn);
      this.declaredMemo = map;
    }
    return this.declaredMemo;
  }

  /** Those that the code declares, sorted by name. */
  get sortedFunctions(): readonly FunctionDeclaration[] {
    return (this.sortedMemo ??= this.sort());
  }

  /** In the order of an earlier revision, as long as it has the same names. */
  private sort(): readonly FunctionDeclaration[] {
    const { declared, memory } = this;
    if (memory.order.length === declared.size) {
      const before = memory.order.map((name) => declared.get(name));
      if (before.every((fn) => fn !== undefined)) return before;
    }
    const sorted = [...declared.values()].sort(byName);
    memory.order = sorted.map(({ name }) => name);
    return sorted;
  }

  /**
   * All functions that are known, by name: those that the code declares and, without a tree, those that Moodle itself
   * has in some version. These have no place: see {@link isDeclared}.
   */
  get functions(): ReadonlyMap<string, FunctionDeclaration> {
    this.functionsMemo ??= this.known ? new Map([...this.known.functions, ...this.declared]) : this.declared;
    return this.functionsMemo;
  }

  /** Sorted by name: what the code declares and what Moodle has in the versions that the code is for. */
  get offeredFunctions(): readonly FunctionDeclaration[] {
    if (!this.known) return this.sortedFunctions;
    const others = this.known.offered.filter(({ name }) => !this.declared.has(name));
    return [...this.sortedFunctions, ...others].sort(byName);
  }

  private get known(): KnownSet | undefined {
    return this.codebase.kind === 'plugin' ? this.knownFunctions?.for(this.branches) : undefined;
  }

  /** The branches of Moodle that the code is for: the tree's own, or those that the plugins support. */
  get branches(): TargetBranches {
    this.branchesMemo ??= branchesOf(this.codebase, (path) => this.sources.file(path)?.text);
    return this.branchesMemo;
  }

  /**
   * Names of functions among which the meaning of an unknown name is looked for: Moodle's own only where no other
   * version of it can be meant.
   */
  get comparableNames(): Iterable<string> {
    return (this.branches.isAll ? this.functions : this.declared).keys();
  }

  /** The version of Moodle whose facts {@link describe} tells; undefined for what comes from source or a file with texts. */
  factsVersion(fn: FunctionDeclaration): string | undefined {
    return isDeclared(fn) ? undefined : this.known?.version(fn.name);
  }

  /** In which versions of Moodle one of Moodle's own functions, and each part of it, is there. */
  history(name: string): FunctionHistory | undefined {
    return this.codebase.kind === 'totara' ? undefined : this.knownFunctions?.history(name);
  }

  get services(): readonly ServiceDeclaration[] {
    this.servicesMemo ??= [...this.declarationFiles('services')].flatMap(([component, file]) =>
      file.services.map((entry) => ({ entry, component, shortname: fieldText(entry, 'shortname') })),
    );
    return this.servicesMemo;
  }

  /** Shortnames of the services that hold a function: its own entry's and those whose `functions` name it. */
  servicesOf(fn: FunctionDeclaration): readonly string[] {
    if (!this.serviceNamesMemo) {
      const map = new Map<string, string[]>();
      for (const { entry, shortname } of this.services)
        for (const name of shortname === undefined ? [] : fieldList(entry, 'functions'))
          map.set(name, [...(map.get(name) ?? []), shortname ?? '']);
      this.serviceNamesMemo = map;
    }
    return [...new Set([...fieldList(fn.entry, 'services'), ...(this.serviceNamesMemo.get(fn.name) ?? [])])];
  }

  get capabilities(): ReadonlyMap<string, CapabilityDeclaration> {
    if (!this.capabilitiesMemo) {
      const map = new Map<string, CapabilityDeclaration>();
      for (const [component, file] of this.declarationFiles('access'))
        for (const entry of file.capabilities) if (!map.has(entry.name)) map.set(entry.name, { entry, component });
      this.capabilitiesMemo = map;
    }
    return this.capabilitiesMemo;
  }

  /** The component that would define a capability, if it is indexed: `mod/forum:view` → mod_forum, `moodle/…` → core. */
  capabilityOwner(capability: string): Component | undefined {
    const [type = '', name = ''] = capability.split(':')[0]?.split('/') ?? [];
    return this.codebase.components.get(type === 'moodle' ? 'core' : `${type}_${name}`);
  }

  /** A capability by its name. Its own component is asked first, so that not all of a tree need be read for one. */
  capability(name: string): CapabilityDeclaration | undefined {
    const component = this.capabilityOwner(name);
    const own = component && this.declarationsIn(`${component.directory}/db/access.php`)?.capabilities;
    const entry = own?.find((one) => one.name === name);
    return component && entry ? { entry, component } : this.capabilities.get(name);
  }

  /** Functions that a method implements, by class and method name as declared, in any case. */
  functionsImplementedBy(className: string, method: string): readonly FunctionDeclaration[] {
    if (!this.byMethodMemo) {
      const map = new Map<string, FunctionDeclaration[]>();
      for (const fn of this.declared.values()) {
        const key = namedMethod(fn);
        map.set(key, [...(map.get(key) ?? []), fn]);
      }
      this.byMethodMemo = map;
    }
    return this.byMethodMemo.get(`${className}::${method}`.toLowerCase()) ?? [];
  }

  // ---- classes and schemas ------------------------------------------------------------------------------------

  implementationOf(fn: FunctionDeclaration): Implementation {
    return isDeclared(fn) ? this.results.implementationOf(fn) : notImplemented;
  }

  /** Files in which Moodle looks for the class of a function when it does not autoload; they may be absent. */
  homeFiles(fn: FunctionDeclaration): readonly string[] {
    return homeFiles(this.world, fn);
  }

  /** A class by its name, as code in `from` would find it. */
  findClass(name: string, from: string): PhpClass | undefined {
    const context = { path: from, scope: globalScope, text: '', offset: 0 };
    return new TreeProgram(this.world).findClass(name.replace(/^\\/, ''), context);
  }

  /** Names of the classes below a component's classes/external/, and of classes in its classes/external.php and externallib.php. */
  externalClassNames(component: Component): string[] {
    const names: string[] = [];
    const visit = (directory: string, namespace: string, depth: number) => {
      for (const name of this.listing(directory)) {
        if (name.endsWith('/') && depth < 4)
          visit(`${directory}/${name.slice(0, -1)}`, `${namespace}\\${name.slice(0, -1)}`, depth + 1);
        else if (name.endsWith('.php')) names.push(`${namespace}\\${baseName(name).slice(0, -4)}`);
      }
    };
    visit(`${component.directory}/classes/external`, `${component.name}\\external`, 0);
    for (const path of [`${component.directory}/externallib.php`, `${component.directory}/classes/external.php`])
      names.push(
        ...(this.sources.isFile(path) ? [...(this.sources.file(path)?.classes.values() ?? [])] : []).map(
          (cls) => cls.name,
        ),
      );
    return names;
  }

  /** One function with its schemas, evaluated when first asked for or after something it read has changed. */
  describe(fn: FunctionDeclaration): ExternalFunction {
    if (isDeclared(fn)) return this.results.describe(fn);
    return this.known?.describe(fn.name) ?? declaredOnly(this.world, fn);
  }

  /** Where the method of a function is, by what its evaluation has found; 1-based. Undefined when there is none. */
  methodLine(fn: FunctionDeclaration): { readonly path: string; readonly line: number } | undefined {
    const { line } = this.describe(fn);
    const path = this.results.methodPath(fn);
    return path === undefined || this.sources.version(path) === undefined ? undefined : { path, line };
  }

  /** What {@link describe} last answered, maybe in an earlier revision; undefined when it never did. Does no work. */
  lastDescription(fn: FunctionDeclaration): ExternalFunction | undefined {
    return this.results.lastDescription(fn);
  }

  /** What is known to hold now, for a cache: without evaluating anything. */
  evaluated(): Iterable<CachedFunction> {
    return this.results.evaluated(this.sortedFunctions);
  }

  /** All functions with their schemas, sorted by name. */
  describeAll(): ExternalFunction[] {
    return this.sortedFunctions.map((fn) => this.describe(fn));
  }
}

/** A class, since objects with a getter of their own are slow to make and to read, and each edit makes one. */
class RevisionWorld implements World {
  constructor(
    readonly codebase: Codebase,
    readonly sources: Sources,
    readonly islands: IslandCache,
    readonly libraries: LibrariesNow,
    readonly calls: KnownCalls,
    private readonly findKnown: () => World['known'],
  ) {}

  get known(): World['known'] {
    return this.findKnown();
  }
}

interface DeclarationPaths {
  readonly services: readonly (readonly [Component, string])[];
  readonly access: readonly (readonly [Component, string])[];
}

const pathsMemo = new WeakMap<Codebase, DeclarationPaths>();

/** Where components declare; there may be nothing. */
function declarationPaths(codebase: Codebase): DeclarationPaths {
  let paths = pathsMemo.get(codebase);
  if (!paths) {
    // Subsystems have no db/ of their own, but for those whose directory is shared with core's.
    const components = [...codebase.components.values()].filter(({ name }) => !name.startsWith('core_'));
    const below = (base: string) => components.map((one) => [one, `${one.directory}/db/${base}.php`] as const);
    pathsMemo.set(codebase, (paths = { services: below('services'), access: below('access') }));
  }
  return paths;
}

const byName = (a: FunctionDeclaration, b: FunctionDeclaration) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
