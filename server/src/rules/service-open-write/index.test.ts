import { serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceOpenWrite as rule } from './index.ts';

it.each([
  [
    "'functions' => ['local_shop_pay'], 'restrictedusers' => 0, 'enabled' => 1",
    ["'restrictedusers' => 0: Every user who can make a token may call these functions, and local_shop_pay writes."],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each([
  "'functions' => ['local_shop_get_orders'], 'restrictedusers' => 0, 'enabled' => 1",
  "'functions' => ['local_shop_pay'], 'restrictedusers' => 1, 'enabled' => 1",
  "'functions' => ['local_shop_pay'], 'restrictedusers' => 0, 'enabled' => 0",
  "'functions' => ['local_shop_pay'], 'enabled' => 1",
  "'functions' => ['local_shop_pay'], 'restrictedusers' => 0, 'enabled' => 1, 'requiredcapability' => 'local/shop:pay'",
])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to 1',
    "'functions' => ['local_shop_pay'], 'restrictedusers' => 0, 'enabled' => 1",
    "'functions' => ['local_shop_pay'], 'restrictedusers' => 1, 'enabled' => 1",
  ],
])('suggests: %s', (title, before, after) => {
  expect(serviceFixed(rule, before, title)).toBe(after);
});
