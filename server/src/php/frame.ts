import type { NameScope } from './names.ts';
import type { PhpClass } from './program.ts';
import type { Cell, PhpObject, Value } from './values.ts';

/** Where code stands: what its names mean and where its text is, for the source of unknowns. */
export interface CodeContext {
  readonly path: string;
  readonly scope: NameScope;
  /** The island's text, and what AST offsets are ahead of it. */
  readonly text: string;
  readonly offset: number;
}

/** A variable that stands for another place: `global`, `static`, `&`. */
export interface Alias {
  read(): Value | undefined;
  write(value: Value | undefined): void;
}

/** One activation of a function, method, closure or file. */
export interface Frame {
  readonly code: CodeContext;
  readonly variables: Map<string, Cell>;
  readonly aliases: Map<string, Alias>;
  /** `self`: the class that declares the running code; `static`: the one it was called on. */
  readonly self: PhpClass | undefined;
  readonly late: PhpClass | undefined;
  readonly object: PhpObject | undefined;
  /** For `__FUNCTION__`, and as the key of static variables. */
  readonly name: string;
  readonly arguments: readonly Value[];
  /** Values returned on one side of a branch that could not be decided. */
  readonly possibleReturns: Value[];
}
