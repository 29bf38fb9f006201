import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { findingsIn, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { functionRenamed as rule } from './index.ts';

const source = plugin[services] ?? '';
const find = (text: string, base?: Tree) =>
  findingsIn(rule, plugin, services, text, undefined, base).map(({ message }) => message);

it('finds the same method under a new name', () => {
  expect(find(source.replace("'local_shop_pay'", "'local_shop_buy'"), plugin)).toEqual([
    'The function was called local_shop_pay: clients of that name break, and services made by administrators keep it.',
  ]);
});

it('is silent where the old name stays, nothing changed, or there is no base', () => {
  const both = source.replace(
    "    'local_shop_pay'",
    "    'local_shop_buy' => ['classname' => 'local_shop\\\\external\\\\pay', 'methodname' => 'pay_order'],\n    'local_shop_pay'",
  );
  expect(find(both, plugin)).toEqual([]);
  expect(find(source, plugin)).toEqual([]);
  expect(find(source.replace("'local_shop_pay'", "'local_shop_buy'"))).toEqual([]);
});

it('keeps the old name, which says that it is deprecated', () => {
  const text = source.replace("'local_shop_pay'", "'local_shop_buy'");
  expect(fixed(rule, plugin, services, text, 'Keep local_shop_pay as deprecated', services, plugin)).toContain(`    ],
    'local_shop_pay' => [
        'classname' => 'local_shop\\external\\pay',
        'methodname' => 'pay_order',
        'description' => '** DEPRECATED ** Please use local_shop_buy. Pays <b>an</b> [order](command:x).',
        'type' => 'write',
    ],
];
`);
});
