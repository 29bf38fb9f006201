import { paramTypes } from '../../../webservice/src/schema/paramTypes.ts';
import type { Expr } from '../php/ast.ts';
import { globalScope } from '../php/names.ts';
import { preludePath } from '../php/prelude.ts';
import type { Code } from '../php/program.ts';

/** Core constants that schemas and services files use, for a plugin without Moodle's source (lib/moodlelib.php, lib/weblib.php, lib/accesslib.php). */
const coreConstants = new Map<string, string | number | boolean>([
  ...paramTypes.map(({ name, value }): [string, string] => [name, value]),
  ['VALUE_DEFAULT', 0],
  ['VALUE_REQUIRED', 1],
  ['VALUE_OPTIONAL', 2],
  ['NULL_ALLOWED', true],
  ['NULL_NOT_ALLOWED', false],
  ['FORMAT_MOODLE', '0'],
  ['FORMAT_HTML', '1'],
  ['FORMAT_PLAIN', '2'],
  ['FORMAT_WIKI', '3'],
  ['FORMAT_MARKDOWN', '4'],
  ['MOODLE_OFFICIAL_MOBILE_SERVICE', 'moodle_mobile_app'],
  ['CONTEXT_SYSTEM', 10],
  ['CONTEXT_USER', 30],
  ['CONTEXT_COURSECAT', 40],
  ['CONTEXT_COURSE', 50],
  ['CONTEXT_MODULE', 70],
  ['CONTEXT_BLOCK', 80],
  ['IGNORE_MISSING', 0],
  ['IGNORE_MULTIPLE', 1],
  ['MUST_EXIST', 2],
  // lib/setup.php defines it from the front page's course row, whose id is 1 on every site, as a text.
  ['SITEID', '1'],
]);

/** One of them, as code. */
export function coreConstant(name: string): Code | undefined {
  const value = coreConstants.get(name);
  if (value === undefined) return undefined;
  const node = (
    typeof value === 'number' ? { kind: 'number', value: String(value) } : { kind: typeof value, value }
  ) as Expr;
  return { node, context: { path: preludePath, scope: globalScope, text: '', offset: 0 } };
}
