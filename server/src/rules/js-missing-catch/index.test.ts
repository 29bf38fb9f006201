import { scriptFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsMissingCatch as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(done);",
    ['local_shop_pay: Nobody hears of a failure: .catch(Notification.exception).'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(done).catch(Notification.exception);",
  "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].done(done).fail(Notification.exception);",
  "return Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0].then(done);",
  "Ajax.call([{methodname: 'local_shop_pay', args: {}, done: done, fail: fail}]);",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});
