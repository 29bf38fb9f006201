/** What the index needs of a file system. Paths are absolute, with `/` (see paths.ts). Answers never throw. */
export interface Files {
  /** The text; undefined when absent, unreadable or over `limit` bytes, which is {@link maxFileSize} when not said. */
  read(path: string, limit?: number): string | undefined;
  /** Names in a directory, links followed; undefined when it is none. Sorted by name. */
  list(path: string): readonly DirectoryEntry[] | undefined;
  isFile(path: string): boolean;
  /** Differs when a file's text may differ (time and size); undefined when it is no readable file. */
  stamp(path: string): string | undefined;
  /** The canonical path: links resolved, on-disk case. Undefined when absent. */
  realPath(path: string): string | undefined;
}

export interface DirectoryEntry {
  readonly name: string;
  /** Also of a link to a directory. */
  readonly isDirectory: boolean;
  /** Absent: no. */
  readonly isLink?: boolean;
}

/** Larger files are left out: no Moodle source that declares anything comes near. */
export const maxFileSize = 2 * 1024 * 1024;

/** A user's file of all functions of a Moodle with their texts has some 3 MB. */
export const maxCatalogueSize = 32 * 1024 * 1024;
