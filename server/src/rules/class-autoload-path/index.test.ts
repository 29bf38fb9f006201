import { plugin } from '../../features/shared/index.testkit.ts';
import { inPlugin, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { classAutoloadPath as rule } from './index.ts';

const thing = '/code/local_shop/classes/external/thing.php';
const entry = "    'local_shop_x' => ['classname' => 'local_shop\\external\\thing'],";
const cls = (namespace: string) =>
  `<?php\nnamespace ${namespace};\nclass thing extends \\core_external\\external_api {}\n`;

it('finds a class in a file that Moodle does not look into', () => {
  const more = { '/code/local_shop/classes/thing.php': cls('local_shop\\external') };
  expect(inPlugin(rule, entry, more)).toEqual([
    'local_shop\\external\\thing: Moodle finds classes by their path, and looks for this one in classes/external/thing.php.',
  ]);
});

it('finds a file with another namespace, and either can be changed', () => {
  const more = { [thing]: cls('local_shop\\extern') };
  const message = 'Moodle finds classes by their path, and this file holds local_shop\\extern\\thing.';
  expect(inPlugin(rule, entry, more)).toEqual([`local_shop\\external\\thing: ${message}`]);
  const text = `<?php\n$functions = [\n${entry}\n];\n`;
  const title = 'Change the namespace to local_shop\\external';
  expect(fixed(rule, { ...plugin, ...more }, services, text, title, thing)).toBe(cls('local_shop\\external'));
});

it('changes the name to that of a class that Moodle finds', () => {
  const more = {
    '/code/local_shop/classes/extern/thing.php': cls('local_shop\\extern'),
    [thing]: cls('local_shop\\extern'),
  };
  expect(inPlugin(rule, entry, more)).toHaveLength(1);
});

it.each([
  ['where it belongs', { [thing]: cls('local_shop\\external') }],
  ['nowhere', {}],
])('is silent about a class %s', (_, more) => {
  expect(inPlugin(rule, entry, more)).toEqual([]);
});

it('is silent about a class that classpath leads to', () => {
  const more = { '/code/local_shop/extlib.php': cls('local_shop\\external') };
  const withPath = entry.replace("thing'", "thing', 'classpath' => 'local/shop/extlib.php'");
  expect(inPlugin(rule, withPath, more)).toEqual([]);
});
