import type { NameScope } from './names.ts';

/** Where code stands: what its names mean and where its text is, for the source of unknowns. */
export interface CodeContext {
  readonly path: string;
  readonly scope: NameScope;
  /** The island's text, and what AST offsets are ahead of it. */
  readonly text: string;
  readonly offset: number;
}
