import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClasspathMissing as rule } from './index.ts';

const more = { '/code/local_shop/lib/extern.php': '<?php\nclass local_shop_external extends external_api {}\n' };
const entry = (fields = '') => `    'local_shop_x' => ['classname' => 'local_shop_external'${fields}],`;

it('finds a class that is elsewhere in the plugin', () => {
  expect(inPlugin(rule, entry(), more)).toEqual([
    'local_shop_external: Moodle does not look for this class in lib/extern.php: without classpath every call fails.',
  ]);
});

it('inserts where it is', () => {
  const path = ", 'classpath' => 'local/shop/lib/extern.php'";
  expect(fixedInPlugin(rule, entry(), "Insert 'classpath' => 'local/shop/lib/extern.php'", more)).toBe(entry(path));
});

it.each([
  ['in externallib.php', entry(), { '/code/local_shop/externallib.php': more['/code/local_shop/lib/extern.php'] }],
  ['with a classpath', entry(", 'classpath' => 'local/shop/lib/extern.php'"), more],
  ['with a namespace', entry().replace('local_shop_external', 'local_shop\\external\\pay'), more],
  ['that is nowhere', entry(), {}],
])('is silent about a class %s', (_, text, tree) => {
  expect(inPlugin(rule, text, tree)).toEqual([]);
});
