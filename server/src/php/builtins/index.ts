import { arrayBuiltins } from './arrays.ts';
import { classBuiltins } from './classes.ts';
import { moodleBuiltins } from './moodle.ts';
import { patternBuiltins } from './patterns.ts';
import { reflectionBuiltins } from './reflection.ts';
import { stringBuiltins } from './strings.ts';
import type { Builtin } from './types.ts';

/** What is neither ours nor the tree's may be one of PHP's that we do not run, or none. */
const functionExists: Builtin = ([name = null], { machine, frame }) => {
  if (typeof name !== 'string') return undefined;
  const plain = name.replace(/^\\/, '').toLowerCase();
  return builtins.has(plain) || machine.program.findFunction([plain], frame.code) ? true : undefined;
};

/** Functions that run natively, by lower-case name; static methods as `class::method`. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  Object.entries({
    ...arrayBuiltins,
    ...stringBuiltins,
    ...classBuiltins,
    ...moodleBuiltins,
    ...patternBuiltins,
    ...reflectionBuiltins,
    function_exists: functionExists,
  }),
);
