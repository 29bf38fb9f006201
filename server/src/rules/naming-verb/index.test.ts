import { inPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { namingVerb as rule } from './index.ts';

const entry = (name: string) => `    'local_shop_${name}' => ['type' => 'write'],`;

it('finds another verb', () => {
  expect(inPlugin(rule, entry('pay'))).toEqual([
    'local_shop_pay: The name begins with pay, not with create, update, get or delete.',
  ]);
});

it.each(['create_order', 'get_orders', 'update_x', 'delete_y'])('is silent about %s', (name) => {
  expect(inPlugin(rule, entry(name))).toEqual([]);
});
