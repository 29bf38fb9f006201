import type { Files } from '../workspace/files.ts';
import { isInside } from '../workspace/paths.ts';
import type { Readable } from './reads.ts';
import { newVersion, SourceFile } from './sourceFile.ts';
import type { Territory } from './territory.ts';

/** What is known of a file that is not read: its text is that of a version, as long as the disk has this stamp. */
interface Unread {
  readonly version: number;
  readonly stamp: string;
}

/** What is known of the disk. Shared by revisions until one of them learns that it has changed. */
interface Disk {
  /** Null: known to be absent. */
  readonly loaded: Map<string, SourceFile | null>;
  readonly listings: Map<string, string | undefined>;
  /** Files of an earlier run that the disk still has; none of them is loaded. */
  readonly unread: Map<string, Unread>;
}

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
    private readonly disk: Disk = { loaded: new Map(), listings: new Map(), unread: new Map() },
    /** Texts that are not the disk's. */
    private readonly shadows: ReadonlyMap<string, SourceFile> = new Map(),
    counts = { reads: 0 },
  ) {
    this.counts = counts;
  }

  file(written: string): SourceFile | undefined {
    const path = this.known(written);
    if (path === undefined) return undefined;
    const known = this.loaded(path);
    if (known !== undefined) return known ?? undefined;
    const file = this.read(path);
    this.disk.loaded.set(path, file ?? null);
    this.disk.unread.delete(path);
    return file;
  }

  /** Null: known to be absent; undefined: not looked for. */
  private loaded(path: string): SourceFile | null | undefined {
    return this.shadows.get(path) ?? this.disk.loaded.get(path);
  }

  private read(path: string): SourceFile | undefined {
    this.counts.reads += 1;
    // The stamp before the text: where the file changes in between, the text is newer and will be read again.
    const stamp = this.files.stamp(path);
    const text = stamp === undefined ? undefined : this.files.read(path);
    if (text === undefined) return undefined;
    const known = this.disk.unread.get(path);
    return new SourceFile(path, text, { stamp, version: known?.stamp === stamp ? known?.version : undefined });
  }

  version(written: string): number | undefined {
    const loaded = this.loaded(written);
    if (loaded) return loaded.version;
    const path = this.known(written);
    return path === undefined ? undefined : (this.disk.unread.get(path) ?? this.file(path))?.version;
  }

  /** The one path of what code names; it is mostly written as such. */
  private known(written: string): string | undefined {
    const { loaded, unread } = this.disk;
    const isKnown = loaded.has(written) || unread.has(written) || this.shadows.has(written);
    return isKnown ? written : this.territory.place(written);
  }

  isFile(written: string): boolean {
    const path = this.territory.place(written);
    if (path === undefined) return false;
    const known = this.loaded(path);
    if (known !== undefined) return known !== null;
    return this.disk.unread.has(path) || this.files.isFile(path);
  }

  listing(written: string): string | undefined {
    const path = this.territory.place(written);
    if (path === undefined) return undefined;
    const { listings } = this.disk;
    if (!listings.has(path))
      listings.set(
        path,
        this.files
          .list(path)
          ?.map((entry) => (entry.isDirectory ? `${entry.name}/` : entry.name))
          .join('\n'),
      );
    return listings.get(path);
  }

  /** Forgets the structure of files; it is read from their text again when asked for. */
  forgetStructure(but: (path: string) => boolean) {
    for (const files of [this.disk.loaded, this.shadows])
      for (const file of files.values()) if (file && !but(file.path)) file.forgetStructure();
  }

  /** Lets go of texts that the disk still has; they are read again when asked for. */
  forgetTexts(but: (path: string) => boolean) {
    const { loaded, unread } = this.disk;
    for (const [path, file] of loaded) {
      // What an open document hides is compared with when it is closed.
      if (file?.stamp === undefined || this.shadows.has(path) || but(path)) continue;
      loaded.delete(path);
      unread.set(path, { version: file.version, stamp: file.stamp });
    }
  }

  /** Paths that this revision knows something of. */
  knownPaths(): string[] {
    return [...new Set([...this.disk.loaded.keys(), ...this.disk.unread.keys(), ...this.shadows.keys()])];
  }

  /**
   * By what a later run sees that the disk still has this version of a file: its stamp; null for what is absent;
   * undefined when the disk has another text (an open document), or it is not known.
   */
  stamp(written: string): string | null | undefined {
    const path = this.known(written);
    if (path === undefined) return null;
    const file = this.loaded(path);
    return file === null ? null : (file ?? this.disk.unread.get(path))?.stamp;
  }

  /**
   * Takes over that an earlier run saw a file with this stamp (null: none). Answers the version that it gets, undefined
   * when there is none; false when the disk does not agree.
   */
  recall(written: string, stamp: string | null): number | undefined | false {
    const path = this.known(written);
    if (path === undefined) return stamp === null ? undefined : false;
    const { loaded, unread } = this.disk;
    if (loaded.has(path) || (this.files.stamp(path) ?? null) !== stamp) return false;
    if (stamp === null) {
      loaded.set(path, null);
      return undefined;
    }
    const known = { version: newVersion(), stamp };
    unread.set(path, known);
    return known.version;
  }

  /**
   * The next revision. A text replaces the file; null says it is gone; undefined says that the disk may have another.
   * A file whose text did not change stays the same object, and where nothing changed, so do the sources.
   */
  with(changes: ReadonlyMap<string, string | null | undefined>): Sources {
    // A document that is as the disk has it is no other version.
    for (const [path, given] of changes)
      if (typeof given === 'string' && this.loaded(path) === undefined) this.file(path);
    const shadows = new Map(this.shadows);
    let { disk } = this;
    /** Typing changes none of it, and there is much. */
    const changedDisk = () => {
      if (disk === this.disk)
        disk = { loaded: new Map(disk.loaded), listings: new Map(disk.listings), unread: new Map(disk.unread) };
      return disk;
    };
    let changed = false;
    for (const [path, given] of changes) {
      const old = shadows.get(path) ?? disk.loaded.get(path);
      if (given === undefined && this.isUnread(path)) continue;
      const onDisk = given === undefined && old !== undefined ? (this.read(path) ?? null) : undefined;
      const text = onDisk === undefined ? given : (onDisk?.text ?? null);
      // Of a folder, too, it may be known that it is no file; that it is there again shows in nothing but this.
      const mayBeFolder = given === undefined && old === null && !path.endsWith('.php');
      if (text === (old === null ? null : old?.text) && old !== undefined && !mayBeFolder) continue;
      changed = true;
      if (typeof given === 'string') shadows.set(path, new SourceFile(path, given, { before: old ?? undefined }));
      else {
        const { loaded, unread } = changedDisk();
        shadows.delete(path);
        unread.delete(path);
        if (text === undefined) loaded.delete(path);
        else loaded.set(path, onDisk ?? null);
      }
      if (!old || typeof text !== 'string') comesOrGoes(path, changedDisk());
    }
    return changed ? new Sources(this.files, this.territory, disk, shadows, this.counts) : this;
  }

  /** Whether the disk still has the version of a file that was not read. */
  private isUnread(path: string): boolean {
    const known = this.disk.unread.get(path);
    return known !== undefined && this.files.stamp(path) === known.stamp;
  }
}

/** A file or folder comes or goes: what is around it is listed anew, and what a new folder may hold looked for again. */
function comesOrGoes(path: string, { loaded, listings }: Disk) {
  for (const directory of listings.keys())
    if (isInside(path, directory) || isInside(directory, path)) listings.delete(directory);
  if (path.endsWith('.php')) return;
  for (const [one, file] of loaded) if (file === null && one !== path && isInside(one, path)) loaded.delete(one);
}
