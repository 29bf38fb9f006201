import { schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultMissingKeys as rule } from './index.ts';

it.each([
  [
    "'a' => new external_single_structure(['k' => new external_value(PARAM_INT)], 'A', VALUE_DEFAULT, [])",
    ['[]: The default lacks the required key k: every call without this structure fails.'],
  ],
  [
    "'a' => new external_single_structure(['k' => new external_value(PARAM_INT), 'l' => new external_value(PARAM_INT)], 'A', VALUE_DEFAULT, ['k' => 1])",
    ["['k' => 1]: The default lacks the required key l: every call without this structure fails."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_single_structure(['k' => new external_value(PARAM_INT, '', VALUE_OPTIONAL)], 'A', VALUE_DEFAULT, [])",
  "'a' => new external_single_structure(['k' => new external_value(PARAM_INT)], 'A', VALUE_DEFAULT, ['k' => 1])",
  "'a' => new external_single_structure(['k' => new external_value(PARAM_INT)], 'A', VALUE_DEFAULT, [...$x])",
  "'a' => new external_single_structure(self::keys(), 'A', VALUE_DEFAULT, [])",
  "'a' => new external_multiple_structure(new external_single_structure(['k' => new external_value(PARAM_INT)]), 'A', VALUE_DEFAULT, [])",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});
