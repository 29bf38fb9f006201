import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersCrossedKey as rule } from './index.ts';

const call = (values: string) => `$params = self::validate_parameters(self::pay_order_parameters(), ${values});`;
const find = (values: string, keys = twoKeys) => bodyFindings(rule, keys, '$a, $b', call(values));

it('finds the value of another parameter', () => {
  expect(find("['a' => $b, 'b' => $b]")).toEqual(["$b: 'a' is given the parameter $b, although there is $a."]);
  expect(bodyFixed(rule, twoKeys, '$a, $b', call("['a' => $b, 'b' => $b]"), 'Change to $a')).toBe(
    call("['a' => $a, 'b' => $b]"),
  );
});

it.each([
  ['the same names', "['a' => $a, 'b' => $b]"],
  ['expressions', "['a' => $b + 1, 'b' => f($a)]"],
  ['another variable', "['a' => $c, 'b' => $b]"],
])('is silent about %s', (_, values) => {
  expect(find(values)).toEqual([]);
});

it('is silent where one got another value, or has another name', () => {
  const values = call("['a' => $b]");
  expect(bodyFindings(rule, twoKeys, '$a, $b', `$b = $a;\n${values}`)).toEqual([]);
  expect(bodyFindings(rule, twoKeys, '$x, $b', values)).toEqual([]);
});
