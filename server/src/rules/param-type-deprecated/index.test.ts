import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramTypeDeprecated as rule } from './index.ts';

it.each([
  ["'a' => new external_value(PARAM_INTEGER)", ['PARAM_INTEGER: This name is deprecated: PARAM_INT is used instead.']],
  ["'a' => new external_value(PARAM_NUMBER)", ['PARAM_NUMBER: This name is deprecated: PARAM_FLOAT is used instead.']],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each(["'a' => new external_value(PARAM_INT)"])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  ['Change to PARAM_INT', "'a' => new external_value(PARAM_INTEGER, 'A')", "'a' => new external_value(PARAM_INT, 'A')"],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
