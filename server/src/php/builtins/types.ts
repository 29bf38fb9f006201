import type { Frame, Value } from '../values.ts';
import type { Machine, PassedArgument } from '../interpreter/machine.ts';

export interface BuiltinContext {
  readonly machine: Machine;
  readonly frame: Frame;
  readonly args: readonly PassedArgument[];
}

/** A PHP or Moodle function run natively; undefined when its result cannot be known. */
export type Builtin = (args: readonly Value[], context: BuiltinContext) => Value | undefined;
