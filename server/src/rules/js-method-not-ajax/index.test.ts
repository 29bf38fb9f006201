import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, fixed, inScript, services } from '../rules.testkit.ts';
import { jsMethodNotAjax as rule } from './index.ts';

const call = (name: string) => `Ajax.call([{methodname: '${name}', args: {}}]);`;
const declared = (ajax: string) => ({
  ...plugin,
  [services]: (plugin[services] ?? '').replace("'methodname' => 'pay_order',", ajax),
});

it('finds functions that the browser may not call, and where they are declared', () => {
  expect(inScript(rule, call('local_shop_pay'))).toEqual([
    "local_shop_pay: Not callable from the browser: its entry in db/services.php has no 'ajax' => true.",
  ]);
  const path = '/code/local_shop/amd/src/shop.js';
  expect(findingsIn(rule, plugin, path, call('local_shop_pay'))[0]?.related?.[0]?.path).toBe(services);
});

it.each(["'ajax' => true,", "'ajax' => 1,", "'ajax' => 'true',", "'ajax' => get_config('a', 'b'),", "'ajax' => ,"])(
  'is silent about %s',
  (ajax) => {
    const path = '/code/local_shop/amd/src/shop.js';
    expect(findingsIn(rule, declared(ajax), path, call('local_shop_pay'))).toEqual([]);
  },
);

it.each([call('local_shop_get_orders'), call('local_shop_unknown'), call('core_x')])('is silent about %s', (text) => {
  expect(inScript(rule, text)).toEqual([]);
});

it('can be allowed', () => {
  const path = '/code/local_shop/amd/src/shop.js';
  const call = "Ajax.call([{methodname: 'local_shop_pay', args: {}}])";
  expect(fixed(rule, plugin, path, call, "Insert 'ajax' => true", services)).toContain(
    "'type' => 'write',\n        'ajax' => true,",
  );
});
