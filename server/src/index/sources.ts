import type { Files } from '../workspace/files.ts';
import { isInside } from '../workspace/paths.ts';
import type { Readable } from './reads.ts';
import { SourceFile } from './sourceFile.ts';
import type { Territory } from './territory.ts';

/**
 * The files of one revision. What the disk holds is read when first asked for and then kept, so that all answers of a
 * revision agree; open documents shadow the disk. {@link with} makes the next revision.
 */
export class Sources implements Readable {
  /** Files read from disk so far, over all revisions: what tests count. */
  readonly counts: { reads: number };

  constructor(
    private readonly files: Files,
    private readonly territory: Territory,
    /** Null: known to be absent. */
    private readonly loaded = new Map<string, SourceFile | null>(),
    private readonly listings = new Map<string, string | undefined>(),
    counts = { reads: 0 },
  ) {
    this.counts = counts;
  }

  file(written: string): SourceFile | undefined {
    const path = this.loaded.has(written) ? written : this.territory.place(written);
    if (path === undefined) return undefined;
    const known = this.loaded.get(path);
    if (known !== undefined) return known ?? undefined;
    this.counts.reads += 1;
    const text = this.files.read(path);
    const file = text === undefined ? null : new SourceFile(path, text);
    this.loaded.set(path, file);
    return file ?? undefined;
  }

  isFile(written: string): boolean {
    const path = this.territory.place(written);
    if (path === undefined) return false;
    const known = this.loaded.get(path);
    return known === undefined ? this.files.isFile(path) : known !== null;
  }

  listing(written: string): string | undefined {
    const path = this.territory.place(written);
    if (path === undefined) return undefined;
    if (!this.listings.has(path))
      this.listings.set(
        path,
        this.files
          .list(path)
          ?.map((entry) => (entry.isDirectory ? `${entry.name}/` : entry.name))
          .join('\n'),
      );
    return this.listings.get(path);
  }

  /** Forgets the structure of files; it is read from their text again when asked for. */
  forgetStructure() {
    for (const file of this.loaded.values()) file?.forgetStructure();
  }

  /** Paths that this revision holds in memory. */
  loadedPaths(): string[] {
    return [...this.loaded.keys()];
  }

  /**
   * The next revision. A text replaces the file; null says it is gone; undefined says that the disk may have another.
   * A file whose text did not change stays the same object, and where nothing changed, so do the sources.
   */
  with(changes: ReadonlyMap<string, string | null | undefined>): Sources {
    const loaded = new Map(this.loaded);
    const listings = new Map(this.listings);
    let changed = false;
    for (const [path, given] of changes) {
      const old = loaded.get(path);
      if (given === undefined && old !== undefined) this.counts.reads += 1;
      const text = given === undefined && old !== undefined ? (this.files.read(path) ?? null) : given;
      // Of a folder, too, it may be known that it is no file; that it is there again shows in nothing but this.
      const mayBeFolder = given === undefined && old === null && !path.endsWith('.php');
      if (text === (old === null ? null : old?.text) && old !== undefined && !mayBeFolder) continue;
      changed = true;
      if (text === undefined) loaded.delete(path);
      else loaded.set(path, text === null ? null : new SourceFile(path, text));
      if (!old || text === null || text === undefined) comesOrGoes(path, loaded, listings);
    }
    return changed ? new Sources(this.files, this.territory, loaded, listings, this.counts) : this;
  }
}

/** A file or folder comes or goes: what is around it is listed anew, and what a new folder may hold looked for again. */
function comesOrGoes(path: string, loaded: Map<string, SourceFile | null>, listings: Map<string, string | undefined>) {
  for (const directory of listings.keys())
    if (isInside(path, directory) || isInside(directory, path)) listings.delete(directory);
  if (path.endsWith('.php')) return;
  for (const [one, file] of loaded) if (file === null && one !== path && isInside(one, path)) loaded.delete(one);
}
