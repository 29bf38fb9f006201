/** What the index needs of a file system. Paths are absolute, with `/` (see paths.ts). Answers never throw. */
export interface Files {
  /** The text; undefined when absent, unreadable or over {@link maxFileSize}. */
  read(path: string): string | undefined;
  /** Names in a directory, links followed; undefined when it is none. Sorted by name. */
  list(path: string): readonly DirectoryEntry[] | undefined;
  isFile(path: string): boolean;
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
