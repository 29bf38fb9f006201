import { moodle } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { dependencyMissing as rule } from './index.ts';

const path = '/moodle/local/shop/classes/external/pay.php';
const source = (code: string) => (moodle[path] ?? '').replace('pay_order() {', `pay_order() {\n        ${code}`);
const tree = (dependencies = ''): Tree => ({
  ...moodle,
  '/moodle/lib/plugins.json': '{"standard": {"mod": ["forum"]}}',
  '/moodle/mod/forum/version.php': "<?php\n$plugin->component = 'mod_forum';\n",
  '/moodle/local/bank/version.php': "<?php\n$plugin->component = 'local_bank';\n",
  '/moodle/local/shop/version.php': `<?php\n$plugin->component = 'local_shop';\n${dependencies}`,
});

it('finds a class of another plugin', () => {
  expect(check(rule, tree(), path, source('\\local_bank\\api::pay();'))).toEqual([
    '\\local_bank\\api: local_bank is not among the dependencies of the plugin: without it PHP does not find the class.',
  ]);
});

it.each([
  ['of a dependency', tree("$plugin->dependencies = ['local_bank' => 2024010100];"), '\\local_bank\\api::pay();'],
  ['that comes with Moodle', tree(), '\\mod_forum\\api::pay();'],
  ['of its own', tree(), '\\local_shop\\api::pay();'],
  ['that the file asks for', tree(), "if (class_exists('\\\\local_bank\\\\api')) { \\local_bank\\api::pay(); }"],
])('is silent about a class %s', (_, files, code) => {
  expect(check(rule, files, path, source(code))).toEqual([]);
});

it('adds it to version.php', () => {
  const version = '/moodle/local/shop/version.php';
  const fix = (dependencies?: string) =>
    fixed(
      rule,
      tree(dependencies),
      path,
      source('\\local_bank\\api::pay();'),
      'Add local_bank to the dependencies',
      version,
    );
  expect(fix()).toBe(
    "<?php\n$plugin->component = 'local_shop';\n$plugin->dependencies = ['local_bank' => ANY_VERSION];\n",
  );
  expect(fix("$plugin->dependencies = ['mod_quiz' => 1];\n")).toBe(
    "<?php\n$plugin->component = 'local_shop';\n$plugin->dependencies = ['mod_quiz' => 1, 'local_bank' => ANY_VERSION];\n",
  );
});
