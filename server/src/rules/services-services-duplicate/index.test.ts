import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesServicesDuplicate as rule } from './index.ts';

it.each([
  ["'services' => ['a', 'b', 'a']", ['a: a is in the list already.']],
  [
    "'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE, 'moodle_mobile_app']",
    ['moodle_mobile_app: moodle_mobile_app is in the list already.'],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'services' => ['a', 'b']", "'services' => [...$a, ...$a]", "'services' => 'a'"])(
  'is silent about %s',
  (code) => {
    expect(entryFindings(rule, code)).toEqual([]);
  },
);

it.each([["'services' => ['a', 'b', 'a']", "'services' => ['a', 'b']"]])('makes of %s', (before, after) => {
  expect(entryFixed(rule, before)).toBe(after);
});
