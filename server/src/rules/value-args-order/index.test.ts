import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueArgsOrder as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, VALUE_DEFAULT, 0)",
    ['VALUE_DEFAULT: The description comes second: what follows counts for something else than it says.'],
  ],
  [
    "'a' => new external_single_structure([], VALUE_OPTIONAL)",
    ['VALUE_OPTIONAL: The description comes second: what follows counts for something else than it says.'],
  ],
  [
    "'a' => new external_value(PARAM_INT, 1)",
    ['1: The description comes second: what follows counts for something else than it says.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_INT, required: VALUE_DEFAULT, default: 0)",
  "'a' => new external_value(PARAM_INT, get_string('x'))",
  "'a' => new external_value('A', PARAM_INT)",
  "'a' => new external_format_value('a', VALUE_DEFAULT)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "'a' => new external_value(PARAM_INT, VALUE_DEFAULT, 0)",
    "'a' => new external_value(PARAM_INT, '', VALUE_DEFAULT, 0)",
  ],
])('makes of %s', (before, after) => {
  expect(schemaFixed(rule, before)).toBe(after);
});
