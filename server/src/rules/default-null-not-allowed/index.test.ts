import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultNullNotAllowed as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null, NULL_NOT_ALLOWED)",
    ['null: The default is null, which is not allowed: every call without this value fails.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, NULL_NOT_ALLOWED)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null, $null)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  ['PARAM_INT', '0'],
  ['PARAM_BOOL', 'false'],
  ['PARAM_TEXT', "''"],
])('gives %s the default %s', (type, value) => {
  const code = (given: string) => `'a' => new external_value(${type}, 'A', VALUE_DEFAULT, ${given}, NULL_NOT_ALLOWED)`;
  expect(schemaFixed(rule, code('null'), `Change to ${value}`)).toBe(code(value));
});
