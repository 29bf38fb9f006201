import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsResultNotIndexed as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}]).then(done)",
    ['local_shop_pay: Ajax.call() returns a list of promises, not a promise: take the first with [0].'],
  ],
  [
    "const orders = await fetchMany([{methodname: 'local_shop_pay', args: {}}])",
    ['local_shop_pay: Ajax.call() returns a list of promises, not a promise: take the first with [0].'],
  ],
  [
    "const [orders] = await Ajax.call([{methodname: 'local_shop_pay', args: {}}])",
    ['local_shop_pay: Ajax.call() returns a list of promises, not a promise: take the first with [0].'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(done)",
  "const orders = await Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0]",
  "await Promise.all(Ajax.call([{methodname: 'local_shop_pay', args: {}}]))",
  "const promises = Ajax.call([{methodname: 'local_shop_pay', args: {}}])",
  "return fetchMany([{methodname: 'local_shop_pay', args: {}}])",
  'const requests = ajax.call(requests); requests[0].then(done)',
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Append [0]',
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}]).then(done)",
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(done)",
  ],
  [
    'Append [0]',
    "await Ajax.call([{methodname: 'local_shop_pay', args: {}}])",
    "await Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0]",
  ],
])('suggests: %s', (title, before, after) => {
  expect(scriptFixed(rule, before, title)).toBe(after);
});
