import { plugin } from '../../features/shared/index.testkit.ts';
import { check, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { ajaxUnused as rule } from './index.ts';

const script = (text: string) => ({ ...plugin, '/code/local_shop/amd/src/shop.js': text });

it('finds a function that no script names', () => {
  expect(check(rule, plugin, services)).toEqual(["'ajax' => true: No script names the function."]);
});

it.each(["Ajax.call([{methodname: 'local_shop_get_orders'}])", 'const name = "local_shop_get_orders";'])(
  'is silent with %s',
  (text) => {
    expect(check(rule, script(text), services)).toEqual([]);
  },
);
