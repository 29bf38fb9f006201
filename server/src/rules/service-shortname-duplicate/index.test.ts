import { plugin, moodle } from '../../features/shared/index.testkit.ts';
import { check, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceShortnameDuplicate as rule } from './index.ts';

const two = (other: string) => `    'Shop' => ['shortname' => 'shop'],\n    'More' => ['shortname' => '${other}'],`;
const text = (other: string) => `<?php\n$services = [\n${two(other)}\n];\n`;

it('finds the second of two in a file', () => {
  expect(check(rule, plugin, services, text('shop'))).toEqual([
    'shop: A service of local_shop has this shortname: installing the plugin fails.',
  ]);
  expect(check(rule, plugin, services, text('other'))).toEqual([]);
});

it('finds that of another component', () => {
  expect(check(rule, moodle, '/moodle/local/shop/db/services.php', text('moodle_mobile_app'))).toEqual([
    'moodle_mobile_app: A service of core has this shortname: installing the plugin fails.',
  ]);
});

it('suggests the name of the plugin, also where functions join the service', () => {
  const path = '/moodle/local/shop/db/services.php';
  const joined = (name: string) =>
    `<?php\n$functions = ['local_shop_x' => ['services' => ['a', '${name}']]];\n$services = ['S' => ['shortname' => '${name}']];\n`;
  const title = 'Change to local_shop';
  expect(fixed(rule, moodle, path, joined('moodle_mobile_app'), title)).toBe(joined('local_shop'));
});

it('leaves functions with the first of two in a file', () => {
  const joined = (name: string) =>
    `<?php\n$functions = ['x' => ['services' => ['shop']]];\n$services = [\n${two(name)}\n];\n`;
  expect(fixed(rule, plugin, services, joined('shop'), 'Change to local_shop')).toBe(joined('local_shop'));
});
