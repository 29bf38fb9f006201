import { plugin } from '../../features/shared/index.testkit.ts';
import { check, inScript } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { mobileWsUnknown as rule } from './index.ts';

const template = (name: string) =>
  check(
    rule,
    plugin,
    '/code/local_shop/templates/mobile.mustache',
    `<button core-site-plugins-call-ws name="${name}" [params]="{}">`,
  );

it('finds functions that nobody declares', () => {
  expect(template('local_shop_get_order')).toEqual([
    'local_shop_get_order: No component declares local_shop_get_order: the app reports an error. Did you mean local_shop_get_orders?',
  ]);
  expect(inScript(rule, "site.read('local_shop_none', {})")).toHaveLength(1);
});

it.each(['local_shop_get_orders', 'mod_absent_get', '{{name}}'])('is silent about %s', (name) => {
  expect(template(name)).toEqual([]);
});
