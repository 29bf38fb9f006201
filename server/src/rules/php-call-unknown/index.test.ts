import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { phpCallUnknown as rule } from './index.ts';

const path = '/code/local_shop/lib.php';
const find = (code: string) => check(rule, plugin, path, `<?php\n${code}\n`);

it.each([
  [
    "external_api::call_external_function('local_shop_get_order', []);",
    'local_shop_get_order: No component declares local_shop_get_order. Did you mean local_shop_get_orders?',
  ],
  [
    "external_api::call_external_function('local_shop_get_orders', ['userid' => 1, 'limti' => 2]);",
    'limti: local_shop_get_orders has no such parameter: Moodle refuses the call. Did you mean limit?',
  ],
])('finds %s', (code, found) => {
  expect(find(code)).toEqual([found]);
});

it.each([
  "external_api::call_external_function('local_shop_get_orders', ['userid' => 1]);",
  "external_api::call_external_function('local_shop_get_orders', $args);",
  "external_api::call_external_function('mod_absent_get', ['a' => 1]);",
  "external_api::call_external_function('local_shop_get_orders', [...$more]);",
])('is silent about %s', (code) => {
  expect(find(code)).toEqual([]);
});

it('is silent in tests', () => {
  expect(
    check(
      rule,
      plugin,
      '/code/local_shop/tests/x_test.php',
      "<?php\nexternal_api::call_external_function('local_shop_none', []);\n",
    ),
  ).toEqual([]);
});
