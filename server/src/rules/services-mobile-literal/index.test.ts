import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesMobileLiteral as rule } from './index.ts';

it.each([
  [
    "'services' => ['moodle_mobile_app']",
    ['moodle_mobile_app: The constant for this is MOODLE_OFFICIAL_MOBILE_SERVICE.'],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE]", "'description' => 'moodle_mobile_app'"])(
  'is silent about %s',
  (code) => {
    expect(entryFindings(rule, code)).toEqual([]);
  },
);

it.each([["'services' => [\"moodle_mobile_app\", 'x']", "'services' => [MOODLE_OFFICIAL_MOBILE_SERVICE, 'x']"]])(
  'makes of %s',
  (before, after) => {
    expect(entryFixed(rule, before)).toBe(after);
  },
);
