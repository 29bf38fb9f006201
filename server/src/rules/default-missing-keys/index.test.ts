import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
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

it.each([
  ["'k' => new external_value(PARAM_INT)", "'k' => new external_value(PARAM_INT, '', VALUE_OPTIONAL)"],
  ["'k' => new external_value(PARAM_INT, 'K')", "'k' => new external_value(PARAM_INT, 'K', VALUE_OPTIONAL)"],
  [
    "'k' => new external_value(PARAM_INT, 'K', VALUE_REQUIRED), 'l' => new external_value(PARAM_INT, desc: 'L')",
    "'k' => new external_value(PARAM_INT, 'K', VALUE_OPTIONAL), 'l' => new external_value(PARAM_INT, desc: 'L', required: VALUE_OPTIONAL)",
  ],
])('makes the keys optional: %s', (before, after) => {
  const code = (keys: string) => `'a' => new external_single_structure([${keys}], 'A', VALUE_DEFAULT, [])`;
  expect(schemaFixed(rule, code(before), 'Make the keys optional')).toBe(code(after));
});

it('adds the keys to the default', () => {
  const keys =
    "'k' => new external_value(PARAM_INT), 'l' => new external_value(PARAM_TEXT), 'm' => new external_multiple_structure(new external_value(PARAM_INT))";
  const code = (value: string) => `'a' => new external_single_structure([${keys}], 'A', VALUE_DEFAULT, ${value})`;
  const title = 'Add the keys to the default';
  expect(schemaFixed(rule, code('[]'), title)).toBe(code("['k' => 0, 'l' => '', 'm' => []]"));
  expect(schemaFixed(rule, code("['l' => 'x']"), title)).toBe(code("['l' => 'x', 'k' => 0, 'm' => []]"));
});
