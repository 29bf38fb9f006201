import { entryFindings, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { namingClassDiffers as rule } from './index.ts';

it.each([
  [
    "'classname' => 'local_shop\\\\external\\\\pay'",
    ['local_shop\\\\external\\\\pay: The function would have its class in local_shop\\external\\x.'],
  ],
])('finds %s', (code, found) => {
  expect(entryFindings(rule, code)).toEqual(found);
});

it.each([
  "'classname' => 'local_shop\\\\external\\\\x'",
  "'classname' => 'local_shop_external'",
  "'classname' => 'local_shop\\\\shop_external'",
])('is silent about %s', (code) => {
  expect(entryFindings(rule, code)).toEqual([]);
});

it('renames the function to what its class is called', () => {
  const functions = (name: string) => `    '${name}' => ['classname' => 'local_shop\\\\external\\\\pay'],`;
  expect(fixedInPlugin(rule, functions('local_shop_x'), 'Rename to local_shop_pay, wherever local_shop names it')).toBe(
    functions('local_shop_pay'),
  );
});
