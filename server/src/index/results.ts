import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { CachedFunction } from './cache.ts';
import { readDeclarations } from './declarations.ts';
import type { DeclarationFile, Literals } from './declarations.ts';
import { digest } from './digest.ts';
import { declaredOnly, evaluateFunction, implementationOf, placeOf, programOf } from './evaluateFunction.ts';
import type { Evaluated, EvaluatedFunction, FunctionDeclaration, Implementation } from './evaluateFunction.ts';
import type { Libraries } from './libraries.ts';
import { stillTrue } from './reads.ts';
import type { Sources } from './sources.ts';
import type { World } from './treeProgram.ts';

/**
 * Results that outlive a revision. Key: path or function name; valid while everything they read is as it was (reads.ts);
 * replaced by their renewal; removed with the store.
 */
export interface Memory {
  readonly declarations: Map<string, KnownDeclarations>;
  readonly functions: Map<string, KnownFunction>;
  /** Functions that an earlier run of the program evaluated and nobody has asked for yet: name → how to get it. */
  readonly recalled: Map<string, () => KnownFunction | undefined>;
  readonly implementations: Map<
    string,
    {
      key: number;
      result: Evaluated<Implementation> & { versions: readonly (number | undefined)[] };
      revision: number;
    }
  >;
  readonly libraries: Libraries;
  /** Names of declared functions, sorted. */
  order: readonly string[];
  /** Schemas evaluated, and declaration files read, so far: what tests count. */
  evaluated: number;
  declared: number;
  /** Hears of an evaluation that threw, which is a bug: its file or function then counts as broken. */
  readonly failed: (what: string, error: unknown) => void;
}

interface KnownDeclarations {
  readonly version: number;
  readonly value: DeclarationFile;
  /** Undefined where an earlier run of the program has read the file. */
  readonly literals?: Literals | undefined;
  /** In which it was last seen to hold. */
  revision: number;
}

interface KnownFunction {
  readonly key: number;
  readonly result: Placed;
  /** In which it was last seen to hold. */
  revision: number;
}

/** A described function, and the version of the file in which its place was looked up. */
export interface Placed extends EvaluatedFunction {
  value: ExternalFunction;
  placedIn: number | undefined;
}

/** What one revision has evaluated, or an earlier one where it still holds. */
export class Results {
  private readonly sources: Sources;

  constructor(
    private readonly revision: number,
    private readonly world: World,
    private readonly memory: Memory,
  ) {
    this.sources = world.sources;
  }

  /** What a db/services.php or db/access.php declares. */
  declarationsIn(path: string): DeclarationFile | undefined {
    const version = this.sources.version(path);
    if (version === undefined) return undefined;
    const known = this.memory.declarations.get(path);
    if (
      known?.version === version &&
      (known.revision === this.revision || stillTrue(this.sources, known.value.reads))
    ) {
      known.revision = this.revision;
      return known.value;
    }
    const file = this.sources.file(path);
    if (!file) return undefined;
    const read = this.attempt(path, () => readDeclarations(this.world, file, known?.literals));
    this.memory.declared += 1;
    const value = read?.value ?? { path, functions: [], services: [], capabilities: [], reads: [] };
    this.memory.declarations.set(path, {
      version: file.version,
      value,
      literals: read?.literals,
      revision: this.revision,
    });
    return value;
  }

  private attempt<T>(what: string, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      this.memory.failed(what, error);
      return undefined;
    }
  }

  implementationOf(fn: FunctionDeclaration): Implementation {
    const key = keyOf(fn);
    const known = this.remembered(this.memory.implementations, fn.name, key);
    // Places in a file are those of one version of it.
    if (known && this.versionsOf(known.value).every((version, i) => version === known.versions[i])) return known.value;
    const program = programOf(this.world, fn);
    const value = implementationOf(program, fn);
    const result = { value, reads: program.reads.list(this.sources), versions: this.versionsOf(value) };
    this.memory.implementations.set(fn.name, { key, result, revision: this.revision });
    return value;
  }

  private versionsOf({ cls, method, parameters, returns, isDeprecated }: Implementation): (number | undefined)[] {
    const classes = [cls, method?.cls, parameters?.cls, returns?.cls, isDeprecated?.cls];
    return classes.map((one) => one && this.sources.version(one.path));
  }

  /** What an earlier evaluation found, if nothing that it read has changed. */
  private remembered<T extends Evaluated<unknown>>(
    memory: Map<string, { key: number; result: T; revision: number }>,
    name: string,
    key: number,
  ): T | undefined {
    const known = memory.get(name);
    if (known?.key !== key) return undefined;
    if (known.revision !== this.revision && !stillTrue(this.sources, known.result.reads)) return undefined;
    known.revision = this.revision;
    return known.result;
  }

  /** One function with its schemas, evaluated when first asked for or after something it read has changed. */
  describe(fn: FunctionDeclaration): ExternalFunction {
    const key = keyOf(fn);
    this.recall(fn);
    const known = this.remembered(this.memory.functions, fn.name, key);
    if (known) return this.placed(fn, known);
    const result = this.attempt(fn.name, () => evaluateFunction(this.world, fn));
    this.memory.evaluated += 1;
    if (!result) return declaredOnly(this.world, fn);
    const placed: Placed = { ...result, placedIn: undefined };
    this.memory.functions.set(fn.name, { key, result: placed, revision: this.revision });
    return this.placed(fn, placed);
  }

  /** The function with its place as this revision's text has it: an edit above moves it without changing it. */
  private placed(fn: FunctionDeclaration, known: Placed): ExternalFunction {
    const version = this.sources.version(known.method?.path ?? fn.entry.path);
    if (version !== known.placedIn || !known.method) {
      const place = placeOf(this.world, fn, known.method);
      const moved = place.file !== known.value.file || place.line !== known.value.line;
      if (moved) known.value = { ...known.value, ...place };
      known.placedIn = version;
    }
    return known.value;
  }

  /** The file that has the method of a function, by what its evaluation has found. */
  methodPath({ name }: FunctionDeclaration): string | undefined {
    return this.memory.functions.get(name)?.result.method?.path;
  }

  /** What {@link describe} last answered, maybe in an earlier revision; undefined when it never did. Does no work. */
  lastDescription(fn: FunctionDeclaration): ExternalFunction | undefined {
    this.recall(fn);
    return this.memory.functions.get(fn.name)?.result.value;
  }

  private recall({ name }: FunctionDeclaration) {
    if (this.memory.recalled.size === 0) return;
    const known = this.memory.recalled.get(name)?.();
    if (!this.memory.recalled.delete(name) || !known || this.memory.functions.has(name)) return;
    this.memory.functions.set(name, known);
  }

  /** What is known to hold now, for a cache: without evaluating anything. */
  *evaluated(functions: Iterable<FunctionDeclaration>): Generator<CachedFunction> {
    for (const fn of functions) {
      const key = keyOf(fn);
      this.recall(fn);
      const result = this.remembered(this.memory.functions, fn.name, key);
      if (!result) continue;
      this.placed(fn, result);
      yield { name: fn.name, key, result, place: result.method?.path ?? fn.entry.path };
    }
  }
}

/** What a function's results depend on in its entry; its place only as far as they show it. */
function keyOf({ entry, component }: FunctionDeclaration): number {
  return digest([component.directory, entry.path, entry.digest].join('\n'));
}
