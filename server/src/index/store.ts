import type { Codebase } from '../workspace/codebase.ts';
import type { Files } from '../workspace/files.ts';
import { isInside } from '../workspace/paths.ts';
import { IslandCache } from './islandCache.ts';
import type { KnownFunctions } from './knownFunctions.ts';
import { IndexSnapshot } from './snapshot.ts';
import type { Memory } from './snapshot.ts';
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
      entries: new Map(),
      evaluated: 0,
      failed,
    };
    this.sources = new Sources(files, new Territory(codebase));
    this.current = this.next(1);
  }

  get snapshot(): IndexSnapshot {
    return this.current;
  }

  private next(revision: number): IndexSnapshot {
    return new IndexSnapshot(revision, this.codebase, this.sources, this.islands, this.memory, this.known);
  }

  /** Gives back what a scan of everything has filled and single requests hardly need. Answers stay the same. */
  rest(): void {
    this.sources.forgetStructure();
    this.islands.clear();
  }

  /** Files read from disk so far. */
  get filesRead(): number {
    return this.sources.counts.reads;
  }

  /** Files in memory; those in a directory. */
  loadedPaths(directory?: string): string[] {
    const paths = this.sources.loadedPaths();
    return directory === undefined ? paths : paths.filter((path) => isInside(path, directory));
  }

  /** Makes the next revision, unless nothing changed. Cheap: nothing is evaluated before it is asked for. */
  apply(changes: Changes): IndexSnapshot {
    const sources = this.sources.with(changes);
    if (sources === this.sources) return this.current;
    this.sources = sources;
    this.current = this.next(this.current.revision + 1);
    return this.current;
  }
}
