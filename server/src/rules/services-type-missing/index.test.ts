import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesTypeMissing as rule } from './index.ts';

it.each([
  ["'classname' => 'x'", ['local_shop_x: type is missing: read or write. Administrators and clients rely on it.']],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'type' => 'read'", "'type' => TYPE", '...$common'])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Insert 'type' => 'read'",
    "'classname' => 'x', 'ajax' => true",
    "'classname' => 'x', 'type' => 'read', 'ajax' => true",
  ],
  ["Insert 'type' => 'write'", "'description' => 'X.'", "'description' => 'X.', 'type' => 'write'"],
])('suggests: %s', (title, before, after) => {
  expect(entryFixed(rule, before, title)).toBe(after);
});
