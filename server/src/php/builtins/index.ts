import { arrayBuiltins } from './arrays.ts';
import { classBuiltins } from './classes.ts';
import { moodleBuiltins } from './moodle.ts';
import { stringBuiltins } from './strings.ts';
import type { Builtin } from './types.ts';

/** Functions that run natively, by lower-case name; static methods as `class::method`. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries({ ...arrayBuiltins, ...stringBuiltins, ...classBuiltins, ...moodleBuiltins }),
);
