import { schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { valueDescEmpty as rule } from './index.ts';

it.each([
  ["'a' => new external_value(PARAM_INT)", ['external_value: The description is missing.']],
  ["'a' => new external_value(PARAM_INT, '')", ['external_value: The description is missing.']],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A')",
  "'a' => new external_value(PARAM_INT, get_string('a'))",
  "'a' => new external_single_structure([])",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});
