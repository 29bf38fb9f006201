import { literalText } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { CodeContext } from '../php/context.ts';
import type { Island, Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { Interpreter } from '../php/interpreter.ts';
import type { NameScope } from '../php/names.ts';
import { resolveClassName } from '../php/names.ts';
import type { IslandKind } from '../php/parse.ts';
import { isPreludePath, nativeClasses, preludePath } from '../php/prelude.ts';
import type { PhpClass } from '../php/phpClass.ts';
import type { Code, Program, SelfContained } from '../php/program.ts';
import { Abort, PhpThrow } from '../php/interpreter/machine.ts';
import { PhpArray } from '../php/values.ts';
import type { Key, Value } from '../php/values.ts';
import type { Codebase } from '../workspace/codebase.ts';
import { componentOf } from '../workspace/codebase.ts';
import { branchesOf, hasVersion } from '../workspace/moodleVersions.ts';
import type { TargetBranches } from '../workspace/moodleVersions.ts';
import { builtInsOf } from './builtIns.ts';
import type { BuiltIns } from './builtIns.ts';
import { coreConstant } from './constants.ts';
import type { IslandCache } from './islandCache.ts';
import type { KnownCalls } from './knownCalls.ts';
import { languageFiles, stringStatement } from './languageStrings.ts';
import type { Found, LibrariesNow } from './libraries.ts';
import { autoloadCandidates, includesOf } from './locate.ts';
import { Reads } from './reads.ts';
import { renamesIn, renameVariables } from './renames.ts';
import { memberKey } from './sourceFile.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Sources } from './sources.ts';

/** What one revision knows, shared by all evaluations of that revision. */
export interface World {
  readonly codebase: Codebase;
  readonly sources: Sources;
  readonly islands: IslandCache;
  readonly libraries: LibrariesNow;
  readonly calls: KnownCalls;
  /** Classes made from facts about functions (knownFunctions.ts), by lower-case name and name; undefined with a tree. */
  readonly known?: { classFile(key: string, name: string): SourceFile | undefined } | undefined;
}

/**
 * {@link Program} over a Moodle tree or plugin: finds what code refers to by Moodle's own rules, and records each look
 * in {@link reads}. One instance serves one evaluation. `home` are files that Moodle would have loaded before (a
 * function's `classpath`, the component's externallib.php).
 */
export class TreeProgram implements Program {
  readonly reads = new Reads();
  private readonly classes = new Map<string, PhpClass | undefined>();
  private allowNullMemo: boolean | undefined;
  private builtInsMemo: BuiltIns | undefined;
  /** Files made from facts, by path. */
  private readonly facts = new Map<string, SourceFile>();
  /** Whether anything was looked for in {@link home}: another function's is another one. */
  private looksHome = false;

  constructor(
    private readonly world: World,
    private readonly home: string[] = [],
  ) {}

  get dirroot(): string | undefined {
    return this.world.codebase.kind === 'plugin' ? undefined : this.world.codebase.root;
  }

  get branch(): string | undefined {
    return this.world.codebase.branch;
  }

  get release(): string | undefined {
    return this.world.codebase.release;
  }

  get version(): string | undefined {
    return this.world.codebase.version;
  }

  /** Moodle 4.1 is the first that runs on PHP 8.1. */
  get inheritsStatics(): boolean {
    return this.branch === undefined || Number(this.branch) >= 401;
  }

  get structuresHaveAllowNull(): boolean {
    return (this.allowNullMemo ??= this.readsAllowNull());
  }

  private readsAllowNull(): boolean {
    if (this.dirroot === undefined) return hasVersion(this.base, '4.3');
    const path = `${this.dirroot}/lib/external/classes/external_single_structure.php`;
    const key = 'member:core_external\\external_single_structure::__construct()';
    const file = this.world.sources.file(path);
    const constructor = file?.piece(key);
    this.reads.add(path, key, file?.digest(key));
    return constructor?.slice(0, constructor.indexOf('{')).includes('$allownull') === true;
  }

  /** The versions of Moodle that the code is for. */
  private readBranches(): TargetBranches {
    const { codebase, sources } = this.world;
    return branchesOf(codebase, (path) => {
      const file = sources.file(path);
      this.reads.add(path, 'branches:', file?.digest('branches:'));
      return file?.text;
    });
  }

  /** The version of Moodle whose classes stand in for those of a tree. */
  private get base(): number {
    return this.readBranches().base;
  }

  private get builtIns(): BuiltIns {
    return (this.builtInsMemo ??= builtInsOf(this.base));
  }

  private file(path: string): SourceFile | undefined {
    if (!isPreludePath(path)) return this.world.sources.file(path);
    return this.builtIns.file(path) ?? this.facts.get(path);
  }

  // ---- classes ------------------------------------------------------------------------------------------------

  findClass(name: string, from: CodeContext): PhpClass | undefined {
    const key = name.toLowerCase();
    if (this.classes.has(key)) return this.classes.get(key);
    // Until it is found it is missing: aliases and renames may lead back here.
    this.classes.set(key, undefined);
    const found = this.locateClass(key, name, from);
    this.classes.set(key, found);
    return found;
  }

  private locateClass(key: string, name: string, from: CodeContext): PhpClass | undefined {
    const short = key.startsWith('core_external\\') ? key.slice(14) : key;
    if (nativeClasses.has(short)) return this.builtIns.find(short);
    const internal = key.startsWith('reflection') ? this.builtIns.find(key) : undefined;
    if (internal) return internal;
    const autoloaded = this.classInFiles(key, autoloadCandidates(this.world.codebase, name));
    if (autoloaded) return autoloaded;
    return (
      this.classInFiles(key, this.near(from)) ??
      // Before anything is included: what every page has loaded would clash with it.
      this.classInFiles(key, this.libraries()) ??
      this.renamed(key, from) ??
      this.classInFiles(key, this.included([from.path, ...this.home])) ??
      this.externalAlias(key, from) ??
      this.standIn(key) ??
      this.fromFacts(key, name)
    );
  }

  /** What the extension knows of a class of Moodle that no tree brings. */
  private standIn(key: string): PhpClass | undefined {
    const found = this.builtIns.find(key);
    // A tree without these four is only a part of one, and is taken for one that has them.
    return this.dirroot === undefined || found?.path === preludePath ? found : undefined;
  }

  /** A class of external functions of a component that is not here. */
  private fromFacts(key: string, name: string): PhpClass | undefined {
    const component = /^(\w+?)(?:_external$|\\external(?:\\|$))/.exec(key)?.[1];
    if (this.dirroot !== undefined || component === undefined) return undefined;
    if (this.world.codebase.components.has(component)) return undefined;
    // What the facts say depends on it.
    this.readBranches();
    const file = this.world.known?.classFile(key, name);
    if (file) this.facts.set(file.path, file);
    return file?.classes.get(key);
  }

  private classInFiles(key: string, paths: Iterable<string>): PhpClass | undefined {
    for (const path of paths) {
      const file = this.file(path);
      if (!isPreludePath(path)) this.reads.add(path, `class:${key}`, file?.digest(`class:${key}`));
      if (file?.mayDeclare('class', key) !== true) continue;
      const found = file.classes.get(key);
      if (found) return found;
      const alias = this.aliasIn(file, key);
      if (alias) return alias;
    }
    return undefined;
  }

  /** `class_alias(…, 'key')` in a file. */
  private aliasIn(file: SourceFile, key: string): PhpClass | undefined {
    for (const { original, alias, scope } of file.islands.aliases) {
      if (this.className(file, alias, scope)?.toLowerCase() !== key) continue;
      const name = this.className(file, original, scope);
      return name === undefined || name.toLowerCase() === key
        ? undefined
        : this.findClass(name, { path: file.path, scope, text: '', offset: 0 });
    }
    return undefined;
  }

  /** The class that an argument names: a literal, or `X::class`. */
  private className(file: SourceFile, island: Island, scope: NameScope): string | undefined {
    const { kind, start, end } = file.islands.tokens;
    const text = file.text.slice(start[island.first], end[island.first]);
    if (kind[island.first] === T.String) return literalText(text)?.replace(/^\\/, '');
    return kind[island.first] === T.Name ? resolveClassName(scope, text) : undefined;
  }

  /** Old global names of what core_external holds since Moodle 4.2 (`external_util` became `util`). */
  private externalAlias(key: string, from: CodeContext): PhpClass | undefined {
    if (!/^(external_\w+|restricted_context_exception)$/.test(key)) return undefined;
    return this.findClass(`core_external\\${key === 'external_util' ? 'util' : key}`, from);
  }

  /** Through db/renamedclasses.php (`old => new`) or db/legacyclasses.php (`class => file in classes/`) of core or of the component that the old name begins with. */
  private renamed(key: string, from: CodeContext): PhpClass | undefined {
    const { components } = this.world.codebase;
    for (const component of components.values()) {
      if (component.name !== 'core' && !key.startsWith(`${component.name}_`) && !key.startsWith(`${component.name}\\`))
        continue;
      for (const variable of renameVariables) {
        const path = `${component.directory}/db/${variable}.php`;
        const file = this.world.sources.file(path);
        this.reads.add(path, 'text:', file?.digest('text:'));
        const target =
          file && renamesIn(this.world.codebase, file, component.directory, variable, this.arrayIn).get(key);
        if (target === undefined) continue;
        const found = typeof target === 'string' ? this.findClass(target, from) : this.classInFiles(key, [target.path]);
        if (found) return found;
      }
    }
    return undefined;
  }

  /** The entries of an array that a file assigns; in an evaluation of its own, which is part of none. */
  private readonly arrayIn = (file: SourceFile, variable: string): [Key, Value][] => {
    const program = new TreeProgram(this.world);
    try {
      const value = new Interpreter(program).runFile(program.statements(file.path) ?? [], variable);
      return value instanceof PhpArray ? value.entries() : [];
    } catch (error) {
      if (error instanceof Abort || error instanceof PhpThrow || error instanceof RangeError) return [];
      throw error;
    }
  };

  selfContained(
    cls: PhpClass,
    method: string,
    make: (program: Program) => SelfContained | undefined,
  ): SelfContained | undefined {
    const known = this.world.calls.find(cls, method, this.home, () => {
      const program = new TreeProgram(this.world, [...this.home]);
      const result = make(program);
      const { looksHome, facts, reads } = program;
      return result && { result, reads: reads.list(this.world.sources), looksHome, facts };
    });
    if (!known) return undefined;
    this.reads.addAll(known.reads);
    this.looksHome ||= known.looksHome;
    for (const [path, file] of known.facts) this.facts.set(path, file);
    return known.result;
  }

  // ---- files --------------------------------------------------------------------------------------------------

  /** The files that every page loads. */
  private libraries(): Iterable<string> {
    const { setup, paths } = this.world.libraries;
    if (setup !== undefined) this.reads.add(setup, 'includes:', this.world.sources.file(setup)?.digest('includes:'));
    return paths;
  }

  /** The file itself and those that were loaded with it. */
  private *near(from: CodeContext): Generator<string> {
    yield from.path;
    this.looksHome = true;
    yield* this.home;
  }

  /** Files included by `paths`, at most three steps away; each once, nearest first. */
  private *included(paths: readonly string[]): Generator<string> {
    const seen = new Set(paths);
    let level = [...paths];
    for (let depth = 0; depth < 3 && level.length > 0; depth += 1) {
      const next: string[] = [];
      for (const path of level) {
        const file = isPreludePath(path) ? undefined : this.world.sources.file(path);
        this.reads.add(path, 'includes:', file?.digest('includes:'));
        for (const included of file ? includesOf(file, this.dirroot) : []) {
          if (seen.has(included)) continue;
          seen.add(included);
          next.push(included);
          yield included;
        }
      }
      level = next;
    }
  }

  /** Files beside the libraries whose functions and constants code in `from` may use. */
  private *scopeOf(from: CodeContext): Generator<string> {
    yield* this.near(from);
    const component = componentOf(this.world.codebase, from.path);
    if (component) yield `${component.directory}/lib.php`;
    yield* this.included([from.path, ...this.home]);
    if (component) yield `${component.directory}/locallib.php`;
  }

  findFunction(names: readonly string[], from: CodeContext): Code | undefined {
    const found = this.findGlobal('function', names, from);
    if (found || this.dirroot !== undefined) return found;
    const own = this.builtIns.findFunction((names.at(-1) ?? '').toLowerCase());
    return own && this.code(own.file, own.found, 'function', own.found.scope);
  }

  findConstant(names: readonly string[], from: CodeContext): Code | undefined {
    const found = this.findGlobal('constant', names, from);
    if (found) return found;
    return coreConstant(names.at(-1) ?? '');
  }

  private findGlobal(kind: 'function' | 'constant', names: readonly string[], from: CodeContext): Code | undefined {
    for (const name of names) {
      const key = kind === 'function' ? name.toLowerCase() : name;
      const id = `${kind}:${key}`;
      // A name of a namespace: only code nearby can declare it, and hardly ever does.
      const qualified = key.includes('\\');
      let found = qualified ? null : this.world.libraries.found.get(id);
      if (found === undefined) {
        found = this.globalIn(this.libraries(), kind, key) ?? null;
        this.world.libraries.found.set(id, found);
      }
      // A library that comes to declare it changes that.
      if (!found && !qualified) for (const path of this.libraries()) this.reads.add(path, id, undefined);
      const near = qualified ? this.near(from) : this.scopeOf(from);
      found ??= this.globalIn(this.recorded(near, id), kind, key) ?? null;
      if (!found) continue;
      this.reads.add(found.path, id, found.digest);
      return found.code;
    }
    return undefined;
  }

  /** Notes of each file that is passed without a find that it does not have it. */
  private *recorded(paths: Iterable<string>, id: string): Generator<string> {
    for (const path of paths) {
      yield path;
      if (!isPreludePath(path)) this.reads.add(path, id, this.world.sources.file(path)?.digest(id));
    }
  }

  private globalIn(paths: Iterable<string>, kind: 'function' | 'constant', key: string): Found | undefined {
    for (const path of paths) {
      const file = this.world.sources.file(path);
      if (file?.mayDeclare(kind, key) !== true) continue;
      const code = kind === 'function' ? this.functionCode(file, key) : this.constantCode(file, key);
      if (code) return { path, code, digest: file.digest(`${kind}:${key}`) };
    }
    return undefined;
  }

  private functionCode(file: SourceFile, key: string): Code | undefined {
    const found = file.functions.get(key);
    return found && this.code(file, found, 'function', found.scope);
  }

  private constantCode(file: SourceFile, key: string): Code | undefined {
    const found = file.constant(key);
    return found && this.code(found.file, found.island, 'expression', found.island.scope);
  }

  statements(path: string): readonly Code[] | undefined {
    const file = this.world.sources.file(path);
    this.reads.add(path, 'text:', file?.digest('text:'));
    if (!file) return undefined;
    this.load(path);
    return file.statements.flatMap((statement) =>
      statement.isDeclaration ? [] : (this.code(file, statement, 'statements', file.islands.scope) ?? []),
    );
  }

  /** From here on, code sees what the file declares: classes that were missing may be there now. */
  private load(path: string) {
    if (this.home.includes(path)) return;
    this.home.push(path);
    for (const [key, cls] of this.classes) if (!cls) this.classes.delete(key);
  }

  fileExists(path: string): boolean {
    const exists = this.world.sources.isFile(path);
    this.reads.add(path, 'file:', exists ? 1 : undefined);
    return exists;
  }

  // ---- components, languages ----------------------------------------------------------------------------------

  pluginList(type: string): ReadonlyMap<string, string> {
    return this.world.codebase.plugins.get(type) ?? new Map<string, string>();
  }

  componentDirectory(component: string): string | undefined {
    return this.world.codebase.components.get(component)?.directory;
  }

  languageString(key: string, component: string): string | undefined {
    for (const path of languageFiles(this.world.codebase, this.dirroot, component)) {
      const file = this.world.sources.file(path);
      this.reads.add(path, 'text:', file?.digest('text:'));
      const statement = file && stringStatement(file, key);
      const code = statement && this.code(file, statement, 'statements', file.islands.scope);
      const strings = code && new Interpreter(this).runFile([code], 'string', PhpArray.empty);
      const text = strings instanceof PhpArray ? strings.get(key) : undefined;
      if (typeof text === 'string') return text;
    }
    return undefined;
  }

  // ---- code ---------------------------------------------------------------------------------------------------

  method(cls: PhpClass, member: MemberIsland): Code | undefined {
    return this.memberCode(cls, member, member, 'member');
  }

  value(cls: PhpClass, member: MemberIsland): Code | undefined {
    return member.value && this.memberCode(cls, member, member.value, 'expression');
  }

  text(cls: PhpClass, span: Span): string | undefined {
    const file = this.file(cls.path);
    if (file && !isPreludePath(cls.path)) this.reads.add(cls.path, 'text:', file.digest('text:'));
    return file?.text.slice(span.start, span.end);
  }

  private memberCode(cls: PhpClass, member: MemberIsland, island: Island, kind: IslandKind): Code | undefined {
    const file = this.file(cls.path);
    if (!file) return undefined;
    const key = `member:${cls.name.toLowerCase()}::${memberKey(member)}`;
    if (!isPreludePath(cls.path)) this.reads.add(cls.path, key, file.digest(key));
    return this.code(file, island, kind, cls.declaration.scope);
  }

  /** An island of a file, parsed. */
  code(file: SourceFile, island: Island, kind: IslandKind, scope: NameScope): Code | undefined {
    const parsed = this.world.islands.parse(kind, file.islands.tokens, island);
    if ('error' in parsed) return undefined;
    const text = file.text.slice(island.start, island.end);
    return { node: parsed.node, context: { path: file.path, scope, text, offset: parsed.offset } };
  }
}
