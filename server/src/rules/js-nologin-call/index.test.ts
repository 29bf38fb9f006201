import { plugin } from '../../features/shared/index.testkit.ts';
import { inScript, fixed, services, scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsNologinCall as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}], true, false)",
    [
      'local_shop_get_orders: The call says that no login is needed, and the function needs one: the browser goes to the login page.',
    ],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}], true, true)",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}], true, isLoggedIn)",
  "Ajax.call([{methodname: 'local_shop_nothing', args: {}}], true, false)",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

const call = "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}], true, false)";

it('is silent about a function that needs no login, which the suggestion makes it', () => {
  const path = '/code/local_shop/amd/src/shop.js';
  const after = fixed(rule, plugin, path, call, "Insert 'loginrequired' => false", services);
  expect(after).toContain("'ajax' => true,\n        'loginrequired' => false,");
  expect(inScript(rule, call, { ...plugin, [services]: after })).toEqual([]);
});

it.each([
  [', true, false', ''],
  [', false, false', ', false'],
])('asks for a login: %s', (before, after) => {
  const code = (more: string) => `Ajax.call([{methodname: 'local_shop_get_orders', args: {}}]${more})`;
  expect(scriptFixed(rule, code(before), 'Ask for a login')).toBe(code(after));
});
