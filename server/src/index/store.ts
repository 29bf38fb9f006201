import type { Codebase } from '../workspace/codebase.ts';
import { fingerprintOf } from '../workspace/codebase.ts';
import type { Files } from '../workspace/files.ts';
import { isInside } from '../workspace/paths.ts';
import { readCache, writeCache } from './cache.ts';
import { Libraries } from './libraries.ts';
import { IslandCache } from './islandCache.ts';
import { KnownCalls } from './knownCalls.ts';
import type { KnownFunctions } from './knownFunctions.ts';
import { IndexSnapshot } from './snapshot.ts';
import type { Memory } from './results.ts';
import { Sources } from './sources.ts';
import { Territory } from './territory.ts';

/** Path → its new text; null: deleted; undefined: changed on disk, read it again when needed. */
export type Changes = ReadonlyMap<string, string | null | undefined>;

/**
 * The index of one Moodle tree or plugin: the current snapshot, and {@link apply} to make the next one. Where other
 * components come or go, it is another codebase and needs another store: lists of plugins are no reads.
 */
export class IndexStore {
  readonly islands = new IslandCache();
  readonly memory: Memory;
  private sources: Sources;
  /** See {@link IndexSnapshot.code}. */
  private code = new KnownCalls();
  /** How much work the last cache holds. */
  private seen = 0;
  private current: IndexSnapshot;

  constructor(
    private readonly codebase: Codebase,
    files: Files,
    /** See {@link Memory.failed}; without it a bug is thrown. */
    failed: Memory['failed'] = (_, error) => {
      throw error;
    },
    private readonly known?: KnownFunctions,
  ) {
    this.memory = {
      declarations: new Map(),
      functions: new Map(),
      implementations: new Map(),
      recalled: new Map(),
      order: [],
      libraries: new Libraries(),
      evaluated: 0,
      declared: 0,
      failed,
    };
    this.sources = new Sources(files, new Territory(codebase));
    this.current = this.next(1);
  }

  get snapshot(): IndexSnapshot {
    return this.current;
  }

  private next(revision: number): IndexSnapshot {
    return new IndexSnapshot(revision, this.codebase, this.sources, this.islands, this.memory, this.known, this.code);
  }

  /** Gives back what a scan of everything has filled and single requests hardly need, but for files that are being edited. */
  rest(isBusy: (path: string) => boolean = () => false): void {
    const own = new Set([...this.memory.functions.values()].map(({ result }) => result.method?.path));
    // Those of functions and declarations will be checked; the others are libraries and what they lead to.
    this.sources.forgetTexts((path) => isBusy(path) || own.has(path) || this.memory.declarations.has(path));
    this.sources.forgetStructure(isBusy);
    this.islands.clear();
    this.code.clear();
  }

  /**
   * Takes over what an earlier run of the program left by {@link toCache}, as far as the disk still agrees. `whole`: all
   * of it does, so that nothing needs to be evaluated. Only for a store that was not asked anything yet.
   */
  recall(text: string, program: string): 'whole' | 'part' | undefined {
    const cache = readCache(text, { program, codebase: fingerprintOf(this.codebase) });
    if (!cache) return undefined;
    const differing: string[] = [];
    const versions = cache.files.map(([path, stamp]) => {
      if (stamp === false) return undefined;
      const version = this.sources.recall(path, stamp);
      if (version !== false) return version;
      differing.push(path);
      return undefined;
    });
    for (const [version, value] of cache.declarations(versions))
      this.memory.declarations.set(value.path, { version, value, revision: 0 });
    for (const [name, line] of cache.lines)
      this.memory.recalled.set(name, () => {
        const known = cache.function(line, versions);
        return known && { key: known.key, result: { ...known.result, placedIn: known.placedIn }, revision: 0 };
      });
    this.seen = this.work;
    return differing.length === 0 ? 'whole' : 'part';
  }

  /** What is known, as a text for {@link recall}; undefined when there is nothing new since. */
  toCache(program: string): string | undefined {
    if (this.work === this.seen) return undefined;
    this.seen = this.work;
    const declared = [...this.memory.declarations.keys()].flatMap((path) => this.current.declarationsIn(path) ?? []);
    const identity = { program, codebase: fingerprintOf(this.codebase) };
    return writeCache(identity, declared, this.current.evaluated(), (path) => this.sources.stamp(path));
  }

  private get work(): number {
    return this.memory.evaluated + this.memory.declared;
  }

  /** Files read from disk so far. */
  get filesRead(): number {
    return this.sources.counts.reads;
  }

  /** Files in memory; those in a directory. */
  loadedPaths(directory?: string): string[] {
    const paths = this.sources.knownPaths();
    return directory === undefined ? paths : paths.filter((path) => isInside(path, directory));
  }

  /** Makes the next revision, unless nothing changed. Cheap: nothing is evaluated before it is asked for. */
  apply(changes: Changes): IndexSnapshot {
    const sources = this.sources.with(changes);
    if (sources === this.sources) return this.current;
    this.sources = sources;
    if ([...changes.keys()].some((path) => !path.endsWith('/db/services.php'))) this.code = new KnownCalls();
    this.current = this.next(this.current.revision + 1);
    return this.current;
  }
}
