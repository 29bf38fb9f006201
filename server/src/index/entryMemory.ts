import type { PhpArray } from '../php/values.ts';
import type { Entry } from './entry.ts';
import type { Read } from './reads.ts';

/** An evaluated entry of an array, and the {@link Entry} that was last built of it, wherever it then stood. */
export interface KnownEntry {
  readonly value: PhpArray;
  readonly reads: readonly Read[];
  built: Entry | undefined;
}

/**
 * Entries that depend on nothing around them, by their text. Valid while what they read is as it was, wherever in a file
 * they stand: an edit in a large db/services.php renews its own entry. Cleared when it grows beyond its bound.
 */
export type EntryMemory = Map<string, KnownEntry>;
