import { returnsFindings, returnsFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { returnsDefaultOnStructure as rule } from './index.ts';

it.each([
  [
    "new external_single_structure(['a' => new external_single_structure([], 'A', VALUE_DEFAULT, [])])",
    ['VALUE_DEFAULT: Only values get defaults in results: without this structure its key is not there.'],
  ],
])('finds %s', (code, found) => {
  expect(returnsFindings(rule, code)).toEqual(found);
});

it.each([
  "new external_single_structure(['a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)])",
  "new external_single_structure(['a' => new external_single_structure([], 'A', VALUE_OPTIONAL)])",
  "new external_single_structure([], 'A', VALUE_DEFAULT)",
])('is silent about %s', (code) => {
  expect(returnsFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to VALUE_OPTIONAL',
    "new external_single_structure(['a' => new external_single_structure([], 'A', VALUE_DEFAULT)])",
    "new external_single_structure(['a' => new external_single_structure([], 'A', VALUE_OPTIONAL)])",
  ],
])('suggests: %s', (title, before, after) => {
  expect(returnsFixed(rule, before, title)).toBe(after);
});
