import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultNullOnStructure as rule } from './index.ts';

it.each([
  [
    "'a' => new external_multiple_structure(new external_value(PARAM_INT), 'A', VALUE_DEFAULT)",
    [
      'VALUE_DEFAULT: The default of a structure has to be an array: every call without this fails with “Only arrays accepted”.',
    ],
  ],
  [
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, null)",
    ['null: The default of a structure has to be an array: every call without this fails with “Only arrays accepted”.'],
  ],
  [
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, '')",
    ["'': The default of a structure has to be an array: every call without this fails with “Only arrays accepted”."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, [])",
  "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, null, NULL_ALLOWED)",
  "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, $default)",
  "'a' => new external_single_structure([], 'A', VALUE_OPTIONAL)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to []',
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, null)",
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, [])",
  ],
  [
    'Insert the default []',
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT)",
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, [])",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
