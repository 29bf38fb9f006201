import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersMissingDefaultKey as rule } from './index.ts';

const call = (values: string) => `$params = self::validate_parameters(self::pay_order_parameters(), ${values});`;
const find = (values: string, keys = twoKeys) => bodyFindings(rule, keys, '$a, $b', call(values));

it('finds a key with a default that is not passed', () => {
  expect(find("['a' => $a]")).toEqual([
    "['a' => $a]: 'b' is not passed, so that the result has its default, whatever a client sent.",
  ]);
  expect(bodyFixed(rule, twoKeys, '$a, $b', call("['a' => $a]"))).toBe(call("['a' => $a, 'b' => $b]"));
});

it.each(["['a' => $a, 'b' => $b]", "['b' => $b]", "['a' => $a] + $b", '$a'])('is silent about %s', (values) => {
  expect(find(values)).toEqual([]);
});
