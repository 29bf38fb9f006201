import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNologinWithoutAjax as rule } from './index.ts';

it.each([
  [
    "'loginrequired' => false",
    ["'loginrequired' => false: Only AJAX looks at loginrequired, and this function does not answer AJAX."],
  ],
  [
    "'ajax' => false, 'loginrequired' => 0",
    ["'loginrequired' => 0: Only AJAX looks at loginrequired, and this function does not answer AJAX."],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'loginrequired' => false, 'ajax' => true",
  "'loginrequired' => true",
  "'loginrequired' => null",
  "'loginrequired' => false, 'ajax' => $ajax",
  "'loginrequired' => false, ...$common",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Insert 'ajax' => true",
    "'type' => 'read', 'loginrequired' => false",
    "'type' => 'read', 'ajax' => true, 'loginrequired' => false",
  ],
  ["Remove 'loginrequired'", "'type' => 'read', 'loginrequired' => false", "'type' => 'read'"],
])('suggests: %s', (title, before, after) => {
  expect(entryFixed(rule, before, title)).toBe(after);
});
