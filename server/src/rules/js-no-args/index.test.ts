import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsNoArgs as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_get_orders'}])",
    ['local_shop_get_orders: The request has no args, and userid is required: Moodle refuses the call.'],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_pay'}])",
    ['local_shop_pay: The request has no args: Moodle takes only an object, even an empty one.'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])",
  "Ajax.call([{methodname: 'local_shop_pay', args}])",
  "Ajax.call([{methodname: 'local_shop_pay', ...rest}])",
  "const request = {methodname: 'local_shop_pay'}; request.args = {};",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it.each([["Ajax.call([{methodname: 'local_shop_pay'}])", "Ajax.call([{methodname: 'local_shop_pay', args: {}}])"]])(
  'makes of %s',
  (before, after) => {
    expect(scriptFixed(rule, before)).toBe(after);
  },
);
