import { open, plugin, storeOf } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { findingsIn, services } from '../rules.testkit.ts';
import { targetsOf } from '../targets.ts';
import { expect, it } from 'vitest';
import { versionNotBumped as rule } from './index.ts';

const versionPath = '/code/local_shop/version.php';
const version = (value: string) => `<?php\n$plugin->component = 'local_shop';\n$plugin->version = ${value};\n`;
const tree = (value: string): Tree => ({ ...plugin, [versionPath]: version(value) });
const source = plugin[services] ?? '';
const find = (text: string, now = '2024010100', base: Tree | undefined = tree('2024010100')) =>
  findingsIn(rule, tree(now), services, text, undefined, base).map(({ message }) => message);
const said = (name: string) => [
  `Sites see this only after an upgrade, and the version is still 2024010100. Changed: ${name}.`,
];

it.each([
  ["'pay_order'", "'pay_other'", 'local_shop_pay'],
  ["'local_shop_pay' =>", "'local_shop_buy' =>", 'local_shop_pay, local_shop_buy'],
  ["'local/shop:view'", "'local/shop:pay'", 'local_shop_get_orders'],
  ["['local_shop_get_orders']", '[]', 'Shop'],
])('finds a change of %s to %s', (before, after, name) => {
  expect(find(source.replace(before, after))).toEqual(said(name));
});

it.each([
  ["'ajax' => true", "'ajax' => false"],
  ['Returns the orders', 'Has the orders'],
  ["'type' => 'write'", "'type' => 'read'"],
  [
    "'classname' => 'local_shop\\\\external\\\\get_orders'",
    "'classname' => 'local_shop\\\\external\\\\get_orders', 'methodname' => 'execute'",
  ],
])('is silent about a change of %s to %s, which Moodle reads at each call', (before, after) => {
  expect(find(source.replace(before, after))).toEqual([]);
});

it('is silent with another version, without a change, and without a base', () => {
  const changed = source.replace("'pay_order'", "'pay_other'");
  expect(find(changed, '2024010101')).toEqual([]);
  expect(find(changed, '2023010100')).toEqual([]);
  expect(find(source)).toEqual([]);
  expect(findingsIn(rule, tree('2024010100'), services, changed)).toEqual([]);
});

it('is a warning while the change is not committed, and an error for what sites get', () => {
  const { index, document } = open(tree('2024010100'), services, source.replace("'pay_order'", "'pay_other'"));
  const base = storeOf(tree('2024010100')).snapshot;
  const context = { snapshot: index, document, targets: targetsOf(index, undefined), base };
  const severities = (baseIsHead: boolean) => [...rule.check({ ...context, baseIsHead })].map((one) => one.severity);
  expect([rule.defaultSeverity, severities(false), severities(true)]).toEqual(['error', [undefined], ['warning']]);
});

it('suggests the next version', () => {
  const text = source.replace("'pay_order'", "'pay_other'");
  const [found] = findingsIn(rule, tree('2024010100'), services, text, undefined, tree('2024010100'));
  expect(found?.suggest?.()[0]?.edits).toEqual([{ path: versionPath, start: 60, end: 70, text: '2024010101' }]);
});
