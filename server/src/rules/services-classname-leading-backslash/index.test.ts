import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClassnameLeadingBackslash as rule } from './index.ts';

it.each([
  [
    "'classname' => '\\\\local_shop\\\\external\\\\pay'",
    ['\\\\local_shop\\\\external\\\\pay: Class names are written without a leading backslash.'],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each(["'classname' => 'local_shop\\\\external\\\\pay'", "'classname' => pay::class"])(
  'is silent about %s',
  (code) => {
    expect(entryFindings(rule, code)).toEqual([]);
  },
);

it.each([["'classname' => '\\local_shop\\external\\pay'", "'classname' => 'local_shop\\external\\pay'"]])(
  'makes of %s',
  (before, after) => {
    expect(entryFixed(rule, before)).toBe(after);
  },
);
