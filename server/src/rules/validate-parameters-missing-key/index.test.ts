import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersMissingKey as rule } from './index.ts';

const call = (values: string) => `$params = self::validate_parameters(self::pay_order_parameters(), ${values});`;
const find = (values: string, keys = twoKeys) => bodyFindings(rule, keys, '$a, $b', call(values));

it('finds a required key that is not passed', () => {
  expect(find("['b' => $b]")).toEqual(["['b' => $b]: The schema requires 'a', which is not passed: every call fails."]);
});

it('passes it', () => {
  const fix = (values: string) => bodyFixed(rule, twoKeys, '$a, $b', call(values));
  expect(fix("['b' => $b]")).toBe(call("['a' => $a, 'b' => $b]"));
  expect(fix("[\n    'b' => $b,\n]")).toBe(call("[\n    'a' => $a,\n    'b' => $b,\n]"));
  expect(fix('[]')).toBe(call("['a' => $a]"));
  expect(fix("compact('b')")).toBe(call("compact('b', 'a')"));
  expect(() => bodyFixed(rule, twoKeys, '$x, $b', call("['b' => $b]"))).toThrow('no fix');
});

it.each([
  ['all keys', "['a' => $a]"],
  ['a spread', "['b' => $b, ...$a]"],
  ['a computed key', "['b' => $b, $a => 1]"],
  ['a list', '[$a, $b]'],
  ['a variable', '$a'],
  ['a sum', "['b' => $b] + $a"],
  ['compact() of a variable', 'compact($a)'],
])('is silent about %s', (_, values) => {
  expect(find(values)).toEqual([]);
});
