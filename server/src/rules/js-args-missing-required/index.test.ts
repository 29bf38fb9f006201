import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsArgsMissingRequired as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {limit: 1}}])",
    ['local_shop_get_orders: Required and not sent: userid. Moodle refuses the call.'],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}])",
    ['local_shop_get_orders: Required and not sent: userid. Moodle refuses the call.'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {...more}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: more}])",
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Send userid',
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {limit: 1}}])",
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {limit: 1, userid}}])",
  ],
  [
    'Send userid',
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {}}])",
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}}])",
  ],
])('suggests: %s', (title, before, after) => {
  expect(scriptFixed(rule, before, title)).toBe(after);
});
