import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueRequiredInvalid as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', true)",
    [
      'true: Use VALUE_REQUIRED, VALUE_OPTIONAL or VALUE_DEFAULT: this counts as VALUE_REQUIRED, and developers are told that it is invalid.',
    ],
  ],
  [
    "'a' => new external_value(PARAM_INT, 'A', false, 0)",
    [
      'false: Use VALUE_REQUIRED, VALUE_OPTIONAL or VALUE_DEFAULT: this counts as VALUE_DEFAULT, and developers are told that it is invalid.',
    ],
  ],
  [
    "'a' => new external_value(PARAM_INT, 'A', NULL_NOT_ALLOWED)",
    [
      'NULL_NOT_ALLOWED: Use VALUE_REQUIRED, VALUE_OPTIONAL or VALUE_DEFAULT: this counts as VALUE_DEFAULT, and developers are told that it is invalid.',
    ],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_REQUIRED)",
  "'a' => new external_value(PARAM_INT, 'A', 1)",
  "'a' => new external_value(PARAM_INT, 'A', $required)",
  "'a' => new external_value(PARAM_INT, 'A', self::REQUIRED)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to VALUE_DEFAULT',
    "'a' => new external_value(PARAM_INT, 'A', false, 0)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
