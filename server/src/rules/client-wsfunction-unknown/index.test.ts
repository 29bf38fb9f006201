import { inScript } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { clientWsfunctionUnknown as rule } from './index.ts';

const find = (name: string) => inScript(rule, `fetch(url + '?wsfunction=${name}&wstoken=' + token)`);

it('finds functions that nobody declares', () => {
  expect(find('local_shop_get_order')).toEqual([
    'local_shop_get_order: No component declares local_shop_get_order. Did you mean local_shop_get_orders?',
  ]);
});

it.each(['local_shop_get_orders', 'mod_absent_get', 'new'])('is silent about %s', (name) => {
  expect(find(name)).toEqual([]);
});
