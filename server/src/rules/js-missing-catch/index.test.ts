import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
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

it('appends it where the module has core/notification', () => {
  const call = "Ajax.call([{methodname: 'local_shop_pay', args: {}}])[0]";
  const imports = "import Notification from 'core/notification';\n";
  expect(scriptFixed(rule, `${imports}${call}.then(done);`, 'Append .catch(Notification.exception)')).toBe(
    `${imports}${call}.then(done).catch(Notification.exception);`,
  );
  const amd = (chain: string) =>
    `define(['core/ajax', 'core/notification'], function(Ajax, notification) {\n${call}${chain};\n});`;
  expect(scriptFixed(rule, amd('.done(done)'), 'Append .fail(notification.exception)')).toBe(
    amd('.done(done).fail(notification.exception)'),
  );
  expect(() => scriptFixed(rule, `${call}.then(done);`, 'Append .catch(Notification.exception)')).toThrow();
});
