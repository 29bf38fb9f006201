import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { formatFieldMissing as rule } from './index.ts';

it.each([
  [
    "'summary' => new external_value(PARAM_RAW)",
    ["'summary': Texts travel with their format: summaryformat is not there."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'summary' => new external_value(PARAM_RAW), 'summaryformat' => new external_format_value('summary')",
  "'text' => new external_value(PARAM_RAW), 'format' => new external_value(PARAM_INT)",
  "'summary' => new external_value(PARAM_TEXT)",
  "'data' => new external_value(PARAM_RAW)",
  "'summary' => new external_value(PARAM_RAW), ...self::formats()",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    "Insert 'summaryformat' => new external_format_value('summary', VALUE_DEFAULT)",
    "'summary' => new external_value(PARAM_RAW)",
    `
            'summary' => new external_value(PARAM_RAW),
            'summaryformat' => new external_format_value('summary', VALUE_DEFAULT),
        `,
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
