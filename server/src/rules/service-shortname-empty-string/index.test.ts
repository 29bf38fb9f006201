import { serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceShortnameEmptyString as rule } from './index.ts';

it.each([
  [
    "'shortname' => ''",
    ["'shortname' => '': An empty shortname is one: a second service on the site that has it cannot be installed."],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each(["'shortname' => 'x'", "'functions' => []", "'shortname' => null"])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([
  ["Change to 'local_shop'", "'shortname' => '', 'enabled' => 1", "'shortname' => 'local_shop', 'enabled' => 1"],
  ["Remove 'shortname'", "'shortname' => '', 'enabled' => 1", "'enabled' => 1"],
])('suggests: %s', (title, before, after) => {
  expect(serviceFixed(rule, before, title)).toBe(after);
});
