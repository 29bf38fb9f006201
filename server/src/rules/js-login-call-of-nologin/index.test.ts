import { plugin } from '../../features/shared/index.testkit.ts';
import { fixed, inScript, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsLoginCallOfNologin as rule } from './index.ts';

const tree = {
  ...plugin,
  [services]: (plugin[services] ?? '').replace("'ajax' => true,", "'ajax' => true,\n        'loginrequired' => false,"),
};
const message =
  'local_shop_get_orders: The function needs no login, and the call asks for one: it fails for visitors. Pass true, false as well.';

it.each(['', ', true', ', true, true'])('finds a call with the arguments […]%s', (rest) => {
  expect(inScript(rule, `Ajax.call([{methodname: 'local_shop_get_orders', args: {}}]${rest})`, tree)).toEqual([
    message,
  ]);
});

it.each([', true, false', ', true, login'])('is silent about […]%s', (rest) => {
  expect(inScript(rule, `Ajax.call([{methodname: 'local_shop_get_orders', args: {}}]${rest})`, tree)).toEqual([]);
});

it('is silent about functions that need a login', () => {
  expect(inScript(rule, "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}])")).toEqual([]);
});

it.each([
  ['', ', true, false', 'Pass true, false'],
  [', true', ', true, false', 'Pass false'],
])('passes what is missing in […]%s', (before, after, title) => {
  const call = (rest: string) => `Ajax.call([{methodname: 'local_shop_get_orders', args: {}}]${rest})`;
  expect(fixed(rule, tree, '/code/local_shop/amd/src/shop.js', call(before), title)).toBe(call(after));
});
