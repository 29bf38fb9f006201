import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultInvalidForType as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, '')",
    ["'': Moodle checks defaults, too, and '' is refused: every call without this value fails."],
  ],
  [
    "'a' => new external_value(PARAM_BOOL, 'A', VALUE_DEFAULT, 'true')",
    ["'true': Moodle checks defaults, too, and 'true' is refused: every call without this value fails."],
  ],
  [
    "'a' => new external_value(PARAM_ALPHA, 'A', VALUE_DEFAULT, 'a b')",
    ["'a b': Moodle checks defaults, too, and 'a b' is refused: every call without this value fails."],
  ],
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, false)",
    ['false: Moodle checks defaults, too, and false is refused: every call without this value fails.'],
  ],
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, [])",
    ['[]: Moodle checks defaults, too, and [] is refused: every call without this value fails.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, true)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, '5')",
  "'a' => new external_value(PARAM_BOOL, 'A', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_BOOL, 'A', VALUE_DEFAULT, false)",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null)",
  "'a' => new external_value(PARAM_TEXT, 'A', VALUE_DEFAULT, '')",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL, '')",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, SITEID)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to 0',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, '')",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
