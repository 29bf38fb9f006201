import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { multipleContentArray as rule } from './index.ts';

it.each([
  [
    "'a' => new external_multiple_structure(['b' => new external_value(PARAM_INT)])",
    [
      "['b' => new external_value(PARAM_INT)]: Give one description, not a list: PHP stops with a TypeError as soon as this is read.",
    ],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_multiple_structure(new external_value(PARAM_INT))",
  "'a' => new external_multiple_structure(self::order())",
  "'a' => new external_single_structure(['b' => new external_value(PARAM_INT)])",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Wrap it in external_single_structure',
    "'a' => new external_multiple_structure(['b' => new external_value(PARAM_INT)], 'A')",
    "'a' => new external_multiple_structure(new external_single_structure(['b' => new external_value(PARAM_INT)]), 'A')",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
