import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersExtraKey as rule } from './index.ts';

const call = (values: string) => `$params = self::validate_parameters(self::pay_order_parameters(), ${values});`;
const find = (values: string, keys = twoKeys) => bodyFindings(rule, keys, '$a, $b', call(values));

it('finds a key that the schema does not have', () => {
  expect(find("['a' => $a, 'c' => $b]")).toEqual(["c: The schema has no 'c': every call fails."]);
  expect(bodyFindings(rule, twoKeys, '$a, $b', `$c = 1;\n${call("compact('a', 'c')")}`)).toEqual([
    "c: The schema has no 'c': every call fails.",
  ]);
});

it('offers the nearest name that is free, or to remove it', () => {
  const keys = "'userid' => new external_value(PARAM_INT)";
  const fix = (title: string) => bodyFixed(rule, keys, '$userid', call("['user_id' => $userid]"), title);
  expect(fix('Change to userid')).toBe(call("['userid' => $userid]"));
  expect(fix("Remove 'user_id'")).toBe(call('[]'));
});

it.each([
  ['the keys of the schema', "['a' => $a, 'b' => $b]"],
  ['a spread', '[...$a]'],
  ['a computed key', "['a' => $a, $b => 1]"],
  ['a nested key', "['a' => ['c' => 1]]"],
  ['a variable', '$a'],
  ['a sum', "['c' => 1] + $a"],
  ['what compact() leaves out', "compact('a', 'c')"],
])('is silent about %s', (_, values) => {
  expect(find(values)).toEqual([]);
});

it('is silent where the schema is not known', () => {
  expect(find("['c' => 1]", "get_config('x') => new external_value(PARAM_INT)")).toEqual([]);
  const other = "$params = self::validate_parameters(\\mod_x\\y::pay_order_parameters(), ['c' => 1]);";
  expect(bodyFindings(rule, twoKeys, '$a, $b', other)).toEqual([]);
});
