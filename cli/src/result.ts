/** What a command ends with: a text for standard output, or one line that says why there is none. */
export type Result = { readonly output: string } | { readonly failure: string };
