import { inPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNameChars as rule } from './index.ts';

const entry = (name: string) => `    '${name}' => ['type' => 'read'],`;

it.each([
  ['local_shop_get.orders', 'AJAX can only call names of letters, digits, _ and -: this one is not found.'],
  ['local_shop_getOrders', 'Names of functions are lower case, with _ between words.'],
  ['local_shop_get-orders', 'Names of functions are lower case, with _ between words.'],
])('finds %s', (name, message) => {
  expect(inPlugin(rule, entry(name))).toEqual([`${name}: ${message}`]);
});

it('is silent about lower-case words and digits', () => {
  expect(inPlugin(rule, entry('local_shop_get_orders_2'))).toEqual([]);
});
