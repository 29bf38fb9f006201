import { inPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { namingVerbDiscouraged as rule } from './index.ts';

const entry = (name: string) => `    'local_shop_${name}' => ['type' => 'write'],`;

it.each([
  ['add_order', 'create', 'add'],
  ['set_price', 'update', 'set'],
  ['remove_order', 'delete', 'remove'],
])('finds %s', (name, instead, verb) => {
  expect(inPlugin(rule, entry(name))).toEqual([
    `local_shop_${name}: Moodle prefers ${instead} to ${verb} in names of functions.`,
  ]);
});

it.each(['create_order', 'settle', 'address', 'constructor'])('is silent about %s', (name) => {
  expect(inPlugin(rule, entry(name))).toEqual([]);
});
