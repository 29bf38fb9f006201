import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { singleKeysNotArray as rule } from './index.ts';

it.each([
  [
    "'a' => new external_single_structure(new external_value(PARAM_INT))",
    ['new external_value(PARAM_INT): Give an array of keys: PHP stops with a TypeError as soon as this is read.'],
  ],
  [
    "'a' => new external_single_structure('A')",
    ["'A': Give an array of keys: PHP stops with a TypeError as soon as this is read."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_single_structure([])",
  "'a' => new external_single_structure(array())",
  "'a' => new external_single_structure(self::keys())",
  "'a' => new external_single_structure($a + $b)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it('makes a list of it', () => {
  expect(
    schemaFixed(
      rule,
      "'a' => new external_single_structure(new external_value(PARAM_INT))",
      'Change to external_multiple_structure',
    ),
  ).toBe("'a' => new external_multiple_structure(new external_value(PARAM_INT))");
});
