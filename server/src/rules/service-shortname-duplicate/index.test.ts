import { plugin, moodle } from '../../features/shared/index.testkit.ts';
import { check, services } from '../rules.testkit.ts';
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
