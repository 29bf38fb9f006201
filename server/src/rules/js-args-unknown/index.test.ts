import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsArgsUnknown as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1, limti: 2}}])",
    ['limti: local_shop_get_orders has no such parameter: Moodle refuses the call. Did you mean limit?'],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid, shop}}])",
    ['shop: local_shop_get_orders has no such parameter: Moodle refuses the call.'],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_pay', args: {'id': 1}}])",
    ['id: local_shop_pay has no such parameter: Moodle refuses the call.'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1, limit: 2}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {...args}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {[key]: 1}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args}])",
  "Ajax.call([{methodname: 'local_shop_nothing', args: {a: 1}}])",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to limit',
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1, limti: 2}}])",
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1, limit: 2}}])",
  ],
])('suggests: %s', (title, before, after) => {
  expect(scriptFixed(rule, before, title)).toBe(after);
});
