/** What the parts of the interpreter share: its state and budget, and the two mutual recursions of evaluation. */
import type { Expr, Stmt } from '../ast.ts';
import type { CodeContext } from '../context.ts';
import type { Alias, Cell, Frame, PhpArray, PhpObject, Unknown, Value } from '../values.ts';
import type { MemberIsland } from '../islands.ts';
import type { NameScope } from '../names.ts';
import type { PhpClass } from '../phpClass.ts';
import type { Program } from '../program.ts';

/**
 * What one evaluation may use: steps, calls within calls, characters of a text, values in an array, and bytes of all
 * that it makes. The last counts what is garbage since as well, as nobody can tell, and so bounds what is not.
 */
export const limits = { steps: 400_000, depth: 80, text: 300_000, weight: 200_000, memory: 32 * 1024 * 1024 } as const;

/** About what they take in V8: an array and each of its entries; an object with its usual properties, or a closure. */
export const bytes = { array: 300, entry: 48, object: 600 } as const;

/** A PHP exception that the interpreted code threw and did not catch. */
export class PhpThrow extends Error {
  constructor(readonly thrown: Value) {
    super('The code throws an exception.');
  }
}

/** The budget is used up, or something that cannot be interpreted stopped the evaluation. */
export class Abort extends Error {}

/** Why a statement ended its block. */
export type Completion =
  { readonly type: 'return'; readonly value: Value } | { readonly type: 'break' | 'continue'; readonly levels: number };

export interface FoundMember {
  readonly cls: PhpClass;
  readonly member: MemberIsland;
  /** For a member of a trait: the class that uses it. */
  readonly user?: PhpClass;
}

export interface PassedArgument {
  readonly value: Value;
  readonly name?: string;
  /** Where it came from, for parameters by reference. */
  readonly node?: Expr;
  readonly frame?: Frame;
  /** The same, where no expression leads to it. */
  readonly place?: Alias;
}

/** What a frame begins with beside its code. */
export interface FrameParts {
  readonly name: string;
  readonly self?: PhpClass | undefined;
  readonly late?: PhpClass | undefined;
  readonly object?: PhpObject | undefined;
  readonly arguments?: readonly Value[];
}

/** What an object begins with: values of properties are immutable, so that all objects may have the same. */
export interface Plan {
  readonly properties: readonly (readonly [name: string, value: Value])[];
  readonly constructor: FoundMember | undefined;
}

export interface Machine {
  readonly program: Program;
  readonly globals: Map<string, Cell>;
  /** Static variables, static properties, class constants and global constants, each evaluated once. */
  readonly statics: Map<string, Cell>;
  readonly constantsInProgress: Set<string>;
  /** Global constants by what a name means where it is written. */
  readonly constants: Map<NameScope, Map<string, Value>>;
  /** How to make objects of a class, once one was made. */
  readonly plans: Map<PhpClass, Plan>;
  readonly included: Set<string>;
  /** Keys of the static variables and properties that were looked at. */
  readonly touched: Set<string>;
  /** Whether globals may be others than they are at the beginning of a request. */
  changesGlobals: boolean;
  /** Old values of cells written while a branch is tried; undefined outside such branches. */
  journal: Map<Cell, Value | undefined> | undefined;
  depth: number;

  eval(node: Expr, frame: Frame): Value;
  exec(node: Stmt, frame: Frame): Completion | undefined;
  callMethod(found: FoundMember, late: PhpClass, object: PhpObject | undefined, args: readonly PassedArgument[]): Value;
  /** Calls what `call_user_func` accepts; undefined when it cannot be resolved. */
  callValue(callee: Value, args: readonly PassedArgument[], frame: Frame): Value | undefined;

  newFrame(code: CodeContext, parts: FrameParts): Frame;
  variable(frame: Frame, name: string): Cell;
  set(cell: Cell, value: Value | undefined): void;
  cellPlace(cell: Cell): Alias;
  /** The cell of a static variable or property. */
  touch(key: string, cell: Cell): Cell;
  /** Whether an object is one of those that every request begins with. */
  isGlobal(object: PhpObject): boolean;
  /** A new request in another program, as deep in calls as this one. */
  apart(program: Program): Machine;
  /** What was paid for so far, and the deepest call. */
  spent(): { readonly steps: number; readonly bytes: number; readonly depth: number };
  /** Pays for work; throws {@link Abort} when the budget is used up. */
  step(cost?: number): void;
  /** Pays for memory; throws {@link Abort} when the budget is used up. */
  allocate(bytes: number): void;
  /** Pays for a text or array that was made; throws {@link Abort} when it is too large. */
  bounded<T extends string | PhpArray>(value: T): T;
  unknown(node: Expr | Stmt, frame: Frame): Unknown;
  /** The value, or that of `node` is unknown. */
  known(value: Value | undefined, node: Expr, frame: Frame): Value;
  source(node: Expr | Stmt, frame: Frame): string;
  /** Writes to the place an argument came from, for by-reference built-ins such as `sort`. */
  writeArgument(arg: PassedArgument | undefined, value: Value): void;
}

export const classContext = (cls: PhpClass): CodeContext => ({
  path: cls.path,
  scope: cls.declaration.scope,
  text: '',
  offset: 0,
});
