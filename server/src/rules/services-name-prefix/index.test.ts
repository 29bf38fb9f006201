import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, fixed, fixedInPlugin, inPlugin, inMoodle, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNamePrefix as rule } from './index.ts';

const entry = (name: string) => `    '${name}' => ['type' => 'read'],`;

it('finds names without the component', () => {
  expect(inPlugin(rule, entry('shop_get_orders'))).toEqual([
    'shop_get_orders: Names must be unique on a site: this one should begin with local_shop_.',
  ]);
  expect(inMoodle(rule, entry('moodle_get_x'))).toHaveLength(1);
});

it('is an error where a test of Moodle asserts it', () => {
  const version = "<?php\n$plugin->component = 'local_shop';\n$plugin->supported = [405, 501];";
  const tree = { ...plugin, '/code/local_shop/version.php': version };
  expect(findingsIn(rule, tree, services, `<?php\n$functions = [\n${entry('x')}\n];\n`)[0]?.severity).toBe('error');
});

it.each(['local_shop_x', 'local_shop_'])('is silent about %s', (name) => {
  expect(inPlugin(rule, entry(name))).toEqual([]);
});

it('is silent about names of core', () => {
  expect(inMoodle(rule, entry('core_anything_get'))).toEqual([]);
});

it.each([
  ['shop_get_orders', 'local_shop_get_orders'],
  ['get_orders', 'local_shop_get_orders'],
])('renames %s to %s', (before, after) => {
  const title = `Rename to ${after}, wherever local_shop names it`;
  expect(fixedInPlugin(rule, entry(before), title)).toBe(entry(after));
});

it('renames what calls it, and nothing else of that name', () => {
  const script = '/code/local_shop/amd/src/shop.js';
  const call = (name: string) => `Ajax.call([{methodname: '${name}', args: {}}]); f('pay');`;
  const text = (name: string) =>
    `<?php\n$functions = ['${name}' => ['methodname' => 'pay']];\n$services = ['S' => ['functions' => ['${name}']]];\n`;
  const renamed = (path: string) =>
    fixed(rule, { ...plugin, [script]: call('pay') }, services, text('pay'), title, path);
  const title = 'Rename to local_shop_pay, wherever local_shop names it';
  expect(renamed(services)).toBe(text('local_shop_pay'));
  expect(renamed(script)).toBe(call('local_shop_pay'));
});
