import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueAllownullInvalid as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, VALUE_OPTIONAL)",
    ['VALUE_OPTIONAL: Use NULL_ALLOWED or NULL_NOT_ALLOWED: this is only taken for true or false.'],
  ],
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, 'no')",
    ["'no': Use NULL_ALLOWED or NULL_NOT_ALLOWED: this is only taken for true or false."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, NULL_ALLOWED)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, true)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, $null)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to NULL_ALLOWED',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, 1)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0, NULL_ALLOWED)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
