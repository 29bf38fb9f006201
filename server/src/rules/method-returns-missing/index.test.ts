import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { check, findingsIn, inPlugin, services } from '../rules.testkit.ts';
import { methodReturnsMissing as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const without = (plugin[path] ?? '').replace('execute_returns', 'execute_other');
const message =
  'Nothing declares what the function returns: local_shop\\external\\get_orders has no execute_returns().';

it('finds it in db/services.php and in the class', () => {
  const broken = { ...plugin, [path]: without };
  expect(check(rule, broken, services)).toEqual([`local_shop\\external\\get_orders: ${message}`]);
  expect(check(rule, broken, path)).toEqual([`execute: ${message}`]);
  expect(findingsIn(rule, broken, services)[0]?.related?.[0]?.path).toBe(path);
  expect(findingsIn(rule, broken, path)[0]?.related?.[0]?.path).toBe(services);
});

it('is silent where it is there, or inherited', () => {
  expect(check(rule, plugin, services)).toEqual([]);
  expect(check(rule, plugin, path)).toEqual([]);
  const base = '/code/local_shop/classes/external/base.php';
  const inherited = {
    [path]: without.replace('extends external_api', 'extends base'),
    [base]: '<?php\nnamespace local_shop\\external;\nclass base { static function execute_returns() {} }\n',
  };
  expect(check(rule, { ...plugin, ...inherited }, services)).toEqual([]);
});

it('leaves a missing method to method-missing, and a missing parent to nobody', () => {
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'gone'],";
  expect(inPlugin(rule, text)).toEqual([]);
  const orphan = without.replace('extends external_api', 'extends \\mod_quiz\\external\\x');
  expect(check(rule, { ...plugin, [path]: orphan }, services)).toEqual([]);
});
