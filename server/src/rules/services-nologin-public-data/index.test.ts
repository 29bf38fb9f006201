import { entryFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNologinPublicData as rule } from './index.ts';

it.each([
  [
    "'type' => 'read', 'ajax' => true, 'loginrequired' => false",
    [
      "'loginrequired' => false: Visitors may call this: it should return only what is public and costs little to compute.",
    ],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'type' => 'read', 'ajax' => true",
  "'type' => 'read', 'loginrequired' => false",
  "'type' => 'read', 'ajax' => true, 'loginrequired' => $x",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});
