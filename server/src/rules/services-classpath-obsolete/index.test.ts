import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClasspathObsolete as rule } from './index.ts';

it.each([
  [
    "'classname' => 'local_shop\\\\external\\\\pay', 'classpath' => 'local/shop/classes/external/pay.php'",
    ["'classpath' => 'local/shop/classes/external/pay.php': Moodle does not read this: the class autoloads."],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'classname' => 'local_shop\\\\external\\\\pay', 'classpath' => ''",
  "'classname' => 'local_shop_external', 'classpath' => 'local/shop/externallib.php'",
  "'classname' => 'local_shop\\\\external\\\nothing', 'classpath' => 'local/shop/externallib.php'",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "'classname' => 'local_shop\\\\external\\\\pay', 'classpath' => 'x.php', 'type' => 'read'",
    "'classname' => 'local_shop\\\\external\\\\pay', 'type' => 'read'",
  ],
])('makes of %s', (before, after) => {
  expect(entryFixed(rule, before)).toBe(after);
});
