import { serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceShortnameChars as rule } from './index.ts';

it.each([
  [
    "'shortname' => 'My shop'",
    ['My shop: Only letters, digits, _ and -: the next upgrade of the plugin stops with installserviceshortnameerror.'],
  ],
  [
    "'shortname' => 'shop.v2'",
    ['shop.v2: Only letters, digits, _ and -: the next upgrade of the plugin stops with installserviceshortnameerror.'],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each(["'shortname' => 'Shop_v-2'", "'shortname' => ''", "'shortname' => $x"])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([["Change to 'my_shop'", "'shortname' => 'My shop'", "'shortname' => 'my_shop'"]])(
  'suggests: %s',
  (title, before, after) => {
    expect(serviceFixed(rule, before, title)).toBe(after);
  },
);
