import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { KnownFunctions } from '../index/knownFunctions.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { IndexStore } from '../index/store.ts';
import type { Codebase } from './codebase.ts';
import { componentOf, fingerprintOf, topOf } from './codebase.ts';
import type { Files } from './files.ts';
import { baseName, isInside } from './paths.ts';
import type { IndexPlan } from './plan.ts';

/** Lets other work (requests above all) run before a long work goes on. */
export type Yield = () => Promise<void>;

/** How far the first scan is. Answers are right in every phase; later ones are only quicker. */
export type Phase = 'declarations' | 'schemas' | 'ready';

/** The index of one Moodle tree, or of a set of plugins alone, with its background scan. */
export class MoodleIndex {
  readonly store: IndexStore;
  readonly fingerprint: string;
  phase: Phase = 'declarations';
  private recalled: 'whole' | 'part' | undefined;

  constructor(
    /** Its codebase is the same as long as the index lives. */
    public plan: IndexPlan,
    files: Files,
    failed?: (what: string, error: unknown) => void,
    known?: KnownFunctions,
  ) {
    this.store = new IndexStore(plan.codebase, files, failed, known);
    this.fingerprint = fingerprintOf(plan.codebase);
  }

  /** Takes over what an earlier run left; see {@link IndexStore.recall}. */
  recall(text: string, program: string): void {
    this.recalled = this.store.recall(text, program);
  }

  /** Whether anything was evaluated in this run. */
  get worked(): boolean {
    return this.store.memory.evaluated + this.store.memory.declared > 0;
  }

  /** Whether an earlier run left everything, and nothing has changed since. */
  get isRecalled(): boolean {
    return this.recalled === 'whole' && !this.worked;
  }

  get codebase(): Codebase {
    return this.plan.codebase;
  }

  get root(): string {
    return this.codebase.root;
  }

  get snapshot(): IndexSnapshot {
    return this.store.snapshot;
  }

  /** What people call it: `Moodle 4.4`, `local_groups`. */
  get label(): string {
    const { kind, release, components } = this.codebase;
    if (kind === 'plugin') return [...components.keys()].join(', ') || baseName(this.root);
    const name = kind === 'totara' ? 'Totara' : 'Moodle';
    return release === undefined ? name : `${name} ${release.split(/[ (]/)[0] ?? ''}`;
  }

  /** Whether a file's text can matter to this index. */
  covers(path: string): boolean {
    return isInside(path, this.top) || componentOf(this.codebase, path) !== undefined;
  }

  get top(): string {
    return topOf(this.codebase);
  }

  /** Reads the functions and services, or the capabilities, so that the snapshot then has them at hand. */
  async readDeclarations(base: 'services' | 'access', pause: Yield, signal: AbortSignal): Promise<void> {
    for (const { directory } of this.codebase.components.values()) {
      if (signal.aborted) return;
      if (this.snapshot.declarationsIn(`${directory}/db/${base}.php`)) await pause();
    }
  }

  /**
   * All functions with their schemas, sorted by name, evaluated one after the other. An edit meanwhile costs nothing but what it
   * invalidates. Ends early when `signal` says so.
   */
  async describeAll(
    pause: Yield,
    signal: AbortSignal,
    step: (done: number, of: number) => void = () => undefined,
  ): Promise<ExternalFunction[]> {
    const found: ExternalFunction[] = [];
    const names = this.snapshot.sortedFunctions.map(({ name }) => name);
    for (const [at, name] of names.entries()) {
      step(at, names.length);
      await pause();
      if (signal.aborted) break;
      const fn = this.snapshot.declared.get(name);
      if (fn) found.push(this.snapshot.describe(fn));
    }
    return found;
  }
}
