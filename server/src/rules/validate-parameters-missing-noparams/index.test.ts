import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersMissingNoparams as rule } from './index.ts';

it('finds a method without parameters that does not call it', () => {
  expect(bodyFindings(rule, '', '', 'return [];')).toEqual([
    'pay_order: The method takes no parameters, and does not call validate_parameters() as others do.',
  ]);
  const call = 'self::validate_parameters(self::pay_order_parameters(), []);';
  expect(bodyFixed(rule, '', '', 'return [];')).toBe(`${call}\n\nreturn [];`);
});

it.each([
  ['', 'self::validate_parameters(self::pay_order_parameters(), []);'],
  [twoKeys, 'return [];'],
])('is silent about [%s] with %s', (keys, body) => {
  expect(bodyFindings(rule, keys, '', body)).toEqual([]);
});
