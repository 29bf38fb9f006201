import { digest } from './digest.ts';
import type { SourceFile } from './sourceFile.ts';

/** What an evaluation looked at in one place, and what it found there. */
export interface Read {
  readonly path: string;
  /**
   * By key: a piece of the file (`class:x`, `member:x::y()`, `function:x`, `constant:X`, `branches:`, `text:`), whether the
   * path is a file (`file:`), or the names in the directory (`list:`). A digest of what was there, since a piece of text would keep
   * its whole file in memory. Undefined: nothing was there.
   */
  readonly found: Map<string, number | undefined>;
  /** The version of the file in which all of this was last seen to hold: while it is the current one, nothing is compared. */
  seenIn: number | undefined;
}

/** The present state of what {@link Read} names. */
export interface Readable {
  file(path: string): SourceFile | undefined;
  /** Tells versions of a file apart; undefined where there is none. Reads no file whose version is known. */
  version(path: string): number | undefined;
  isFile(path: string): boolean;
  listing(path: string): string | undefined;
}

/** Collects what one evaluation reads, each thing once. */
export class Reads {
  private readonly map = new Map<string, Read>();

  add(path: string, key: string, found: number | undefined) {
    let read = this.map.get(path);
    if (!read) this.map.set(path, (read = { path, found: new Map(), seenIn: undefined }));
    if (!read.found.has(key)) read.found.set(key, found);
  }

  addAll(reads: readonly Read[]) {
    for (const { path, found } of reads) for (const [key, value] of found) this.add(path, key, value);
  }

  /** What was read, as seen in the present versions of the files. */
  list(state: Readable): readonly Read[] {
    const reads = [...this.map.values()];
    for (const read of reads) if (isOfFile(read)) read.seenIn = state.version(read.path);
    return reads;
  }
}

function present(state: Readable, path: string, key: string): number | undefined {
  if (key === 'file:') return state.isFile(path) ? 1 : undefined;
  if (key !== 'list:') return state.file(path)?.digest(key);
  const names = state.listing(path);
  return names === undefined ? undefined : digest(names);
}

/** Whether a read looked into the file, not only at the directory. */
function isOfFile(read: Read): boolean {
  for (const key of read.found.keys()) if (key !== 'file:' && key !== 'list:') return true;
  return false;
}

/** Whether everything that was read is still as it was. */
export function stillTrue(state: Readable, reads: readonly Read[]): boolean {
  for (const read of reads) {
    if (read.seenIn !== undefined && state.version(read.path) === read.seenIn) continue;
    for (const [key, found] of read.found) if (present(state, read.path, key) !== found) return false;
    if (isOfFile(read)) read.seenIn = state.version(read.path);
  }
  return true;
}
