import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNologinWrite as rule } from './index.ts';

it.each([
  [
    "'type' => 'write', 'ajax' => true, 'loginrequired' => false",
    ["'loginrequired' => false: Anyone can call this without a session or sesskey, and the function writes."],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'type' => 'read', 'ajax' => true, 'loginrequired' => false",
  "'type' => 'write', 'ajax' => true, 'loginrequired' => true",
  "'type' => 'write', 'ajax' => true",
  "'type' => 'write', 'loginrequired' => false",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Remove 'loginrequired'",
    "'type' => 'write', 'ajax' => true, 'loginrequired' => false",
    "'type' => 'write', 'ajax' => true",
  ],
])('suggests: %s', (title, before, after) => {
  expect(entryFixed(rule, before, title)).toBe(after);
});
