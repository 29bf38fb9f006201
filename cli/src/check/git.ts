/** What the check asks of Git. */
export interface Git {
  /**
   * The files of the repository around a directory that are not as they were where its history left `ref`: absolute
   * path → the text of then, undefined for files that are new. Or one line that says why that cannot be told.
   */
  changesSince(ref: string, directory: string): Changes | { readonly failure: string };
}

export type Changes = ReadonlyMap<string, string | undefined>;
