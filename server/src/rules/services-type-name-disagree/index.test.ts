import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesTypeNameDisagree as rule } from './index.ts';

const entry = (name: string, type: string) => `    'local_shop_${name}' => ['type' => '${type}'],`;

it.each([
  ['save_order', 'read', 'read: A function called save seems to write.'],
  ['get_orders', 'write', 'write: A function called get seems to read.'],
])('finds %s with %s', (name, type, found) => {
  expect(inPlugin(rule, entry(name, type))).toEqual([found]);
});

it.each([
  ['save_order', 'write'],
  ['get_orders', 'read'],
  ['process', 'read'],
])('is silent about %s with %s', (name, type) => {
  expect(inPlugin(rule, entry(name, type))).toEqual([]);
});

it('can be changed', () => {
  expect(fixedInPlugin(rule, entry('save_order', 'read'), "Change to 'write'")).toBe(entry('save_order', 'write'));
});
