import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { expect, it } from 'vitest';
import { outputInExternal as rule } from './index.ts';

const writes = (what: string) => `${what} writes into the answer, which clients cannot read then.`;

it.each([
  ["echo 'x';", `echo: ${writes('echo')}`],
  ["print('x');", `print: ${writes('print')}`],
  ['print_r($x);', `print_r: ${writes('print_r()')}`],
  ['print_r($x, false);', `print_r: ${writes('print_r()')}`],
  ['var_dump($x);', `var_dump: ${writes('var_dump()')}`],
  ['die;', 'die: die ends the request without an answer: throw an exception.'],
  ["exit('x');", 'exit: exit ends the request without an answer: throw an exception.'],
  [
    'redirect($url);',
    'redirect: redirect() sends clients to another page instead of an answer, and fails in calls from the browser.',
  ],
  [
    "print_error('x');",
    'print_error: Moodle 5.0 has no print_error(): throw a moodle_exception, which takes the same arguments.',
  ],
])('finds %s', (code, found) => {
  expect(bodyFindings(rule, code)).toEqual([found]);
});

it.each([
  '$x = print_r($y, true);',
  'ob_start(); echo $x; $y = ob_get_clean();',
  '$x->echo($y);',
  '$x = printer::print($y);',
  '$renderer->redirect($url);',
  "// echo 'x';",
  "$x = 'echo 1; die;';",
])('is silent about %s', (code) => {
  expect(bodyFindings(rule, code)).toEqual([]);
});

it.each([
  ['Remove echo', "$x = 1;\n        echo 'x';", '$x = 1;'],
  ['Remove var_dump()', '$x = 1;\n        var_dump($x);', '$x = 1;'],
  [
    'Change to throw new \\moodle_exception',
    "print_error('noaccess', 'local_shop', '', $id);",
    "throw new \\moodle_exception('noaccess', 'local_shop', '', $id);",
  ],
])('%s', (title, before, after) => {
  expect(bodyFixed(rule, before, title)).toBe(after);
});
