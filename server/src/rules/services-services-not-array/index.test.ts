import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesServicesNotArray as rule } from './index.ts';

it.each([
  [
    "'services' => MOODLE_OFFICIAL_MOBILE_SERVICE",
    ['MOODLE_OFFICIAL_MOBILE_SERVICE: Moodle takes only a list: the function joins no service.'],
  ],
  ["'services' => 'shop_service'", ['shop_service: Moodle takes only a list: the function joins no service.']],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'services' => ['shop_service']", "'services' => array()", "'services' => $services"])(
  'is silent about %s',
  (code) => {
    expect(entryFindings(rule, code)).toEqual([]);
  },
);

it.each([["'services' => 'shop_service'", "'services' => ['shop_service']"]])('makes of %s', (before, after) => {
  expect(entryFixed(rule, before)).toBe(after);
});
