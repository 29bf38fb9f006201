import type { SourceFile } from './sourceFile.ts';

/** One thing that an evaluation looked at, and what it found there. */
export interface Read {
  readonly path: string;
  /**
   * A piece of a file (`class:x`, `member:x::y()`, `function:x`, `constant:X`, `text:`), whether a path is a file
   * (`file:`), or the names in a directory (`list:`).
   */
  readonly key: string;
  /** What was there; undefined when nothing was. */
  readonly found: string | undefined;
}

/** The present state of what {@link Read} names. */
export interface Readable {
  file(path: string): SourceFile | undefined;
  isFile(path: string): boolean;
  listing(path: string): string | undefined;
}

/** Collects what one evaluation reads, each thing once. */
export class Reads {
  private readonly map = new Map<string, Read>();

  add(path: string, key: string, found: string | undefined) {
    const id = `${path}\n${key}`;
    if (!this.map.has(id)) this.map.set(id, { path, key, found });
  }

  list(): readonly Read[] {
    return [...this.map.values()];
  }
}

export function currentPiece(state: Readable, path: string, key: string): string | undefined {
  if (key === 'file:') return state.isFile(path) ? 'file' : undefined;
  if (key === 'list:') return state.listing(path);
  return state.file(path)?.piece(key);
}

/** Whether everything that was read is still as it was. */
export const stillTrue = (state: Readable, reads: readonly Read[]): boolean =>
  reads.every(({ path, key, found }) => currentPiece(state, path, key) === found);
