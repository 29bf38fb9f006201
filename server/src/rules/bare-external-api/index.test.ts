import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { bareExternalApi as rule } from './index.ts';

const version = (requires: number) => ({
  ...plugin,
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};\n$plugin->supported = [402, 405];\n`,
});
const tree = version(2023042400);
const message = (name: string) =>
  `Since Moodle 4.2 this is only an alias that lib/externallib.php makes: the class is core_external\\${name}.`;

it('finds imported names, and changes them', () => {
  const text =
    '<?php\nnamespace local_shop\\external;\n\nuse external_api;\nuse external_util;\n\nclass pay extends external_api {\n    public static function x() {\n        external_util::y();\n    }\n}\n';
  expect(check(rule, tree, payPath, text)).toEqual([`external_api: ${message('external_api')}`]);
  expect(fixed(rule, tree, payPath, text)).toBe(
    text
      .replace('use external_api', 'use core_external\\external_api')
      .replace('use external_util', 'use core_external\\util as external_util'),
  );
});

it('finds qualified names', () => {
  const text =
    '<?php\nnamespace local_shop\\external;\nclass pay extends \\external_api {\n    public static function x() {\n        \\external_util::y();\n    }\n}\n';
  expect(fixed(rule, tree, payPath, text)).toBe(
    text.replace('\\external_api', '\\core_external\\external_api').replace('\\external_util', '\\core_external\\util'),
  );
});

it('imports what a file without a namespace uses, which then needs no guard', () => {
  const text =
    "<?php\ndefined('MOODLE_INTERNAL') || die();\n\nclass local_shop_external extends external_api {\n    public static function x() {\n        return new external_value(PARAM_INT);\n    }\n}\n";
  expect(fixed(rule, tree, '/code/local_shop/externallib.php', text)).toBe(
    text.replace(
      "defined('MOODLE_INTERNAL') || die();\n",
      'use core_external\\external_api;\nuse core_external\\external_value;\n',
    ),
  );
});

it('leaves the guard where something runs', () => {
  const guard = "defined('MOODLE_INTERNAL') || die();\n\nrequire_once(__DIR__ . '/lib.php');\n\n";
  const text = `<?php\n${guard}class local_shop_external extends external_api {\n}\n`;
  expect(fixed(rule, tree, '/code/local_shop/externallib.php', text)).toBe(
    `<?php\nuse core_external\\external_api;\n\n${guard}class local_shop_external extends external_api {\n}\n`,
  );
});

it.each([
  [
    'that are imported from core_external',
    '<?php\nuse core_external\\external_api;\nclass local_shop_external extends external_api {}\n',
    tree,
  ],
  [
    'where an older Moodle is supported',
    '<?php\nclass local_shop_external extends external_api {}\n',
    {
      ...tree,
      ...version(2022112800),
      '/code/local_shop/version.php': "<?php\n$plugin->component = 'local_shop';\n$plugin->requires = 2022112800;",
    },
  ],
  ['where nothing is said of versions', '<?php\nclass local_shop_external extends external_api {}\n', plugin],
  [
    'behind an alias',
    "<?php\nif (!class_exists('external_api')) {\n    class_alias('core_external\\external_api', 'external_api');\n}\nclass local_shop_external extends external_api {}\n",
    tree,
  ],
])('is silent about names %s', (_, text, files) => {
  expect(check(rule, files, '/code/local_shop/externallib.php', text)).toEqual([]);
});
