import { moodle } from '../../features/shared/index.testkit.ts';
import { check, inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClasspathFileMissing as rule } from './index.ts';

const entry = (fields: string) => `    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', ${fields}],`;
const tree = { '/moodle/local/shop/version.php': "<?php\n$plugin->component = 'local_shop';\n" };
const inTree = (fields: string) =>
  check(
    rule,
    { ...moodle, ...tree },
    '/moodle/local/shop/db/services.php',
    `<?php\n$functions = [\n${entry(fields)}\n];\n`,
  );

it('finds a file that is not there', () => {
  expect(inTree("'classpath' => 'local/shop/extern.php'")).toEqual([
    'local/shop/extern.php: There is no such file below the root of Moodle. The class is found without it.',
  ]);
  expect(inPlugin(rule, entry("'classpath' => 'local/shop/extern.php'").replace('pay', 'nothing'))).toEqual([
    'local/shop/extern.php: There is no such file below the root of Moodle, so the class is not found.',
  ]);
});

it('can be removed', () => {
  expect(fixedInPlugin(rule, entry("'classpath' => 'local/shop/x.php', 'type' => 'read'"), "Remove 'classpath'")).toBe(
    entry("'type' => 'read'"),
  );
});

it.each(["'classpath' => 'course/externallib.php'", "'classpath' => ''", "'classpath' => $path", "'type' => 'read'"])(
  'is silent about %s',
  (fields) => {
    expect(inTree(fields)).toEqual([]);
  },
);

it('is silent about files of Moodle while only a plugin is open', () => {
  expect(inPlugin(rule, entry("'classpath' => 'lib/externallib.php'"))).toEqual([]);
});
