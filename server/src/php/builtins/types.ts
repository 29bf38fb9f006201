import type { Frame } from '../frame.ts';
import type { Interpreter, PassedArgument } from '../interpreter.ts';
import type { Value } from '../values.ts';

export interface BuiltinContext {
  readonly interpreter: Interpreter;
  readonly frame: Frame;
  readonly args: readonly PassedArgument[];
}

/** A PHP or Moodle function run natively; undefined when its result cannot be known. */
export type Builtin = (args: readonly Value[], context: BuiltinContext) => Value | undefined;
