import { schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramsRequiredAfterDefault as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0), 'b' => new external_value(PARAM_INT)",
    ["'b': A required parameter after one with a default: PHP code that calls the method has to give both."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_INT, 'B', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_INT)",
  "'a' => new external_single_structure(['b' => new external_value(PARAM_INT, '', VALUE_DEFAULT, 0), 'c' => new external_value(PARAM_INT)])",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});
