import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { check, fixed, inPlugin, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { testMissing as rule } from './index.ts';

const test = (code: string): Tree => ({
  ...plugin,
  '/code/local_shop/tests/external/shop_test.php': `<?php\n${code}\n`,
});

it('finds functions that no test calls', () => {
  expect(check(rule, plugin, services)).toEqual([
    'local_shop_get_orders: No test calls get_orders::execute() or names the function.',
    'local_shop_pay: No test calls pay::pay_order() or names the function.',
  ]);
});

it.each([
  'get_orders::execute(1); \\local_shop\\external\\pay::pay_order();',
  "call('local_shop_get_orders'); call('local_shop_pay');",
])('is silent with %s', (code) => {
  expect(check(rule, test(code), services)).toEqual([]);
});

it('is silent about functions without a method', () => {
  expect(inPlugin(rule, "    'local_shop_x' => ['classname' => 'local_shop\\\\external\\\\none'],")).toEqual([]);
});

it('suggests a test', () => {
  const path = '/code/local_shop/tests/external/get_orders_test.php';
  const text = fixed(
    rule,
    plugin,
    services,
    plugin[services] ?? '',
    'Create a PHPUnit test of local_shop_get_orders',
    path,
  );
  expect(text).toContain('final class get_orders_test extends ');
  expect(text).toContain('get_orders::execute(');
});
