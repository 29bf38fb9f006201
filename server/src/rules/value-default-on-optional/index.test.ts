import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueDefaultOnOptional as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL, 5)",
    ['5: An optional value has no default: without the value its key is not there.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL, null)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 5)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to VALUE_DEFAULT',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL, 5)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 5)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
