import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { structureDuplicateKey as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT), 'a' => new external_value(PARAM_TEXT)",
    ["'a': The structure has this key twice: only the last of them counts."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT), 'b' => new external_single_structure(['a' => new external_value(PARAM_INT)])",
  '$a => new external_value(PARAM_INT), $a => new external_value(PARAM_INT)',
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Remove the first of them',
    "'a' => new external_value(PARAM_INT), 'a' => new external_value(PARAM_TEXT)",
    "'a' => new external_value(PARAM_TEXT)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
