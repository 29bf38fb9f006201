import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { formatFieldPlainInt as rule } from './index.ts';

it.each([
  [
    "'summary' => new external_value(PARAM_RAW), 'summaryformat' => new external_value(PARAM_INT)",
    ['external_value: external_format_value describes the format of a text, with its meaning.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'dateformat' => new external_value(PARAM_INT)",
  "'summary' => new external_value(PARAM_RAW), 'summaryformat' => new external_format_value('summary')",
  "'summary' => new external_value(PARAM_RAW), 'summaryformat' => new external_value(PARAM_ALPHA)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Change to new external_format_value('a', VALUE_DEFAULT, 1)",
    "'a' => new external_value(PARAM_RAW), 'aformat' => new external_value(PARAM_INT, 'F', VALUE_DEFAULT, 1)",
    "'a' => new external_value(PARAM_RAW), 'aformat' => new external_format_value('a', VALUE_DEFAULT, 1)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
