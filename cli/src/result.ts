/**
 * What a command ends with: a text for standard output (code 1: with findings, 0 without), or one line that says why
 * there is none.
 */
export type Result =
  | {
      readonly output: string;
      /** One line for standard error, beside it. */
      readonly note?: string | undefined;
      readonly code?: 0 | 1;
    }
  | { readonly failure: string };
