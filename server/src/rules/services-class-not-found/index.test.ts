import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { fixed, inMoodle, inPlugin, services } from '../rules.testkit.ts';
import { servicesClassNotFound as rule } from './index.ts';

const entry = (classname: string, more = '') => `    'local_shop_x' => ['classname' => ${classname}${more}],`;
const sentence = (name: string) => `Moodle cannot load the class ${name}.`;

it('finds classes that no file has, with the nearest one', () => {
  expect(inPlugin(rule, entry("'local_shop\\external\\get_order'"))).toEqual([
    `local_shop\\external\\get_order: ${sentence('local_shop\\external\\get_order')} Did you mean local_shop\\external\\get_orders?`,
  ]);
  expect(inPlugin(rule, entry("'local_shop\\external\\nothing_like_it'"))).toEqual([
    `local_shop\\external\\nothing_like_it: ${sentence('local_shop\\external\\nothing_like_it')}`,
  ]);
  expect(inPlugin(rule, entry("'local_shop_external'"))).toEqual([
    `local_shop_external: ${sentence('local_shop_external')}`,
  ]);
});

it('finds a slip in the name of the own component', () => {
  expect(inPlugin(rule, entry("'local_shopp\\external\\pay'"))).toHaveLength(1);
});

it('finds what is written as ::class', () => {
  expect(inPlugin(rule, entry('\\local_shop\\external\\gone::class'))).toEqual([
    `\\local_shop\\external\\gone::class: ${sentence('local_shop\\external\\gone')}`,
  ]);
});

it.each([
  ['a class that is there', entry("'local_shop\\external\\pay'")],
  ['with a leading backslash', entry("'\\local_shop\\external\\pay'")],
  ['a class of another plugin', entry("'mod_quiz\\external\\x'")],
  ["Moodle's own class, namespaced", entry("'core_course\\external\\x'")],
  ["Moodle's own class, in a file", entry("'core_course_external'", ", 'classpath' => 'course/externallib.php'")],
  ['a class in a file that is not here', entry("'local_shop_external'", ", 'classpath' => 'local/other/lib.php'")],
  ['a class that only a site knows', entry('get_config("a", "b")')],
  ['no class at all', "    'local_shop_x' => ['type' => 'read'],"],
])('is silent about %s', (_, text) => {
  expect(inPlugin(rule, text)).toEqual([]);
});

it('knows more in a tree', () => {
  const core = (classname: string, more = '') => `    'core_x' => ['classname' => '${classname}'${more}],`;
  expect(inMoodle(rule, core('core_course\\external\\gone'))).toHaveLength(1);
  expect(inMoodle(rule, core('core_course_externl', ", 'classpath' => 'course/externallib.php'"))).toHaveLength(1);
  expect(inMoodle(rule, core('core_course_external', ", 'classpath' => 'course/externallib.php'"))).toEqual([]);
  expect(inMoodle(rule, core('mod_absent\\external\\gone'))).toEqual([]);
});

it('follows class_alias and renamed classes', () => {
  const alias = "<?php\nclass_alias('local_shop\\\\external\\\\pay', 'local_shop\\\\external\\\\old_pay');\n";
  expect(
    inPlugin(rule, entry("'local_shop\\external\\old_pay'"), {
      '/code/local_shop/classes/external/old_pay.php': alias,
    }),
  ).toEqual([]);
  expect(
    inPlugin(rule, entry("'local_shop_payment'"), {
      '/code/local_shop/db/renamedclasses.php':
        "<?php\n$renamedclasses = ['local_shop_payment' => 'local_shop\\\\external\\\\pay'];\n",
    }),
  ).toEqual([]);
});

it('suggests to create the class', () => {
  const path = '/code/local_shop/classes/external/sell.php';
  const text = `<?php\n$functions = [\n${entry("'local_shop\\external\\sell'")}\n];\n`;
  expect(fixed(rule, plugin, services, text, 'Create the class local_shop\\external\\sell', path)).toContain(
    'class sell extends external_api {',
  );
});
