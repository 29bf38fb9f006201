import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueDefaultOnRequired as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED, 5)",
    ['5: A required value has no default: this one is never used.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 5)",
  "'a' => new external_value(PARAM_INT, 'A', $required, 5)",
  "'a' => new external_value(PARAM_INT)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to VALUE_DEFAULT',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED, 5)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 5)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});

it.each([
  [', 5', ''],
  [', 5, NULL_NOT_ALLOWED', ', null, NULL_NOT_ALLOWED'],
])('removes the default: %s', (before, after) => {
  const code = (more: string) => `'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED${more})`;
  expect(schemaFixed(rule, code(before), 'Remove the default')).toBe(code(after));
});
