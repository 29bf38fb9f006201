import { moodle } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceNameDuplicate as rule } from './index.ts';

const text = (name: string) => `<?php\n$services = ['${name}' => ['functions' => []]];\n`;
const path = '/moodle/local/shop/db/services.php';

it('finds a name of another component', () => {
  expect(check(rule, moodle, path, text('Moodle mobile web service'))).toEqual([
    'Moodle mobile web service: A service of core has this name, which must be unique: installing the plugin fails.',
  ]);
});

it('is silent about names of its own', () => {
  expect(check(rule, moodle, path, text('Shop'))).toEqual([]);
});

it('suggests a name with that of the plugin', () => {
  const name = 'Moodle mobile web service';
  expect(fixed(rule, moodle, path, text(name), `Rename to ${name} (local_shop)`)).toBe(text(`${name} (local_shop)`));
});
