import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, check, inScript, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { mobileWsNotInService as rule } from './index.ts';

const path = '/code/local_shop/templates/mobile.mustache';
const template = (name: string) => `<button core-site-plugins-call-ws name="${name}" [params]="{}">`;
const message = 'The function is not in the service of the Moodle app, which gets accessexception.';

it('finds a function that the app cannot call, and adds it', () => {
  expect(check(rule, plugin, path, template('local_shop_pay'))).toEqual([`local_shop_pay: ${message}`]);
  const title = "Insert 'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE]";
  const after = fixed(rule, plugin, path, template('local_shop_pay'), title, services);
  expect(after).toContain("'type' => 'write',\n        'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE],");
});

it('says less about functions of another service', () => {
  expect(findingsIn(rule, plugin, path, template('local_shop_get_orders'))[0]?.severity).toBe('info');
});

it('is silent about functions that do not exist, and about scripts of the site', () => {
  expect(check(rule, plugin, path, template('local_shop_none'))).toEqual([]);
  expect(inScript(rule, "Ajax.call([{methodname: 'local_shop_pay', args: {}}])")).toEqual([]);
});
