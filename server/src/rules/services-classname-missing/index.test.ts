import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClassnameMissing as rule } from './index.ts';

it.each([
  [
    "'type' => 'read'",
    ['local_shop_x: Every function needs a class: without classname the upgrade of the plugin fails.'],
  ],
  ["'classname' => ''", [': Every function needs a class: without classname the upgrade of the plugin fails.']],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'classname' => 'local_shop\\\\external\\\\pay'", "'classname' => SOME_CLASS", '...$common'])(
  'is silent about %s',
  (code) => {
    expect(entryFindings(rule, code)).toEqual([]);
  },
);

it.each([
  [
    "Insert 'classname' => 'local_shop\\external\\x'",
    "'type' => 'read'",
    "'classname' => 'local_shop\\external\\x', 'type' => 'read'",
  ],
])('suggests: %s', (title, before, after) => {
  expect(entryFixed(rule, before, title)).toBe(after);
});
