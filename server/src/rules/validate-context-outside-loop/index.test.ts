import { bodyFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateContextOutsideLoop as rule } from './index.ts';

const keys =
  "'ids' => new external_multiple_structure(new external_value(PARAM_INT)), 'a' => new external_value(PARAM_INT)";
const start =
  "$params = self::validate_parameters(self::pay_order_parameters(), ['ids' => $ids, 'a' => $a]);\nself::validate_context($system);\n";
const helper = '    private static function check($x) {\n    }\n';
const find = (code: string) => bodyFindings(rule, keys, '$ids, $a', start + code, helper);
const loop = (over: string, code: string) => `foreach (${over} as $id) {\n    ${code}\n}`;
const instance = '$context = \\core\\context\\course::instance($id);';

it.each([
  ['the validated list', loop("$params['ids']", instance), '\\core\\context\\course'],
  ['the list as it was passed', loop('$ids', '$context = context_module::instance($id);'), 'context_module'],
])('finds contexts of %s', (_, code, place) => {
  expect(find(code)).toEqual([
    `${place}: The context of each item is used here, but only one was validated, before the loop.`,
  ]);
});

it.each([
  ['a context that is validated', loop('$ids', `${instance}\n    self::validate_context($context);`)],
  ['a helper that may do so', loop('$ids', `${instance}\n    self::check($context);`)],
  ['a loop over something else', loop('$DB->get_records("x")', instance)],
  ['a value', loop("$params['a']", instance)],
  ['what is made in it', loop('$ids', '$made = f($id);\n    context_coursecat::instance($made);')],
  ['the system', loop('$ids', 'context_system::instance();')],
  ['a loop without contexts', loop('$ids', 'f($id); cache::instance();')],
])('is silent about %s', (_, code) => {
  expect(find(code)).toEqual([]);
});

it('is silent where nothing is validated before', () => {
  expect(bodyFindings(rule, keys, '$ids, $a', loop('$ids', instance), helper)).toEqual([]);
});
