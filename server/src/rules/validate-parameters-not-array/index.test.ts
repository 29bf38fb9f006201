import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersNotArray as rule } from './index.ts';

const call = (values: string) => `$params = self::validate_parameters(self::pay_order_parameters(), ${values});`;
const find = (values: string, keys = twoKeys) => bodyFindings(rule, keys, '$a, $b', call(values));

const message = 'The schema has names for its values, and these come without: Moodle refuses them.';

it.each(['[$a, $b]', 'array($a)', '$a'])('finds %s', (values) => {
  expect(find(values)).toEqual([`${values}: ${message}`]);
});

it('names the values', () => {
  const after = call("['a' => $a, 'b' => $b]");
  expect(bodyFixed(rule, twoKeys, '$a, $b', call('[$a, $b]'), "Change to ['a' => $a, 'b' => $b]")).toBe(after);
  const other = call("['a' => $x, 'b' => $b]");
  expect(bodyFixed(rule, twoKeys, '$x, $b', call('$x'), "Change to ['a' => $x, 'b' => $b]")).toBe(other);
});

it.each([
  ['names', "['a' => $a]"],
  ['another variable', '$params'],
  ['func_get_args()', 'func_get_args()'],
  ['nothing', '[]'],
  ['a spread', '[...$a]'],
])('is silent about %s', (_, values) => {
  expect(find(values)).toEqual([]);
});

it('is silent about a parameter that was made an array, and where nothing is described', () => {
  expect(bodyFindings(rule, twoKeys, '$a, $b', `$a = ['a' => $a];\n${call('$a')}`)).toEqual([]);
  expect(find('$a', '')).toEqual([]);
});

it('is silent about a list where the schema is one', () => {
  expect(find('array($a)', 'new external_value(PARAM_INT)')).toEqual([]);
});
