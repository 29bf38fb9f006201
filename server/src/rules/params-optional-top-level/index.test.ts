import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramsOptionalTopLevel as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL)",
    [
      'VALUE_OPTIONAL: Parameters must use VALUE_DEFAULT: without the value, those that follow take its place in the call.',
    ],
  ],
  [
    "'a' => new external_single_structure([], 'A', VALUE_OPTIONAL)",
    [
      'VALUE_OPTIONAL: Parameters must use VALUE_DEFAULT: without the value, those that follow take its place in the call.',
    ],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_single_structure(['b' => new external_value(PARAM_INT, 'B', VALUE_OPTIONAL)])",
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_INT, 'A', $required)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to VALUE_DEFAULT, 0',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  ],
  [
    "Change to VALUE_DEFAULT, ''",
    "'a' => new external_value(PARAM_TEXT, 'A', VALUE_OPTIONAL)",
    "'a' => new external_value(PARAM_TEXT, 'A', VALUE_DEFAULT, '')",
  ],
  [
    'Change to VALUE_DEFAULT, []',
    "'a' => new external_single_structure([], 'A', VALUE_OPTIONAL)",
    "'a' => new external_single_structure([], 'A', VALUE_DEFAULT, [])",
  ],
  [
    'Change to VALUE_DEFAULT',
    "'a' => new external_value(PARAM_INT, 'A', VALUE_OPTIONAL, 5)",
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 5)",
  ],
  [
    'Change to VALUE_DEFAULT, 0',
    "\n    'a' => new external_value(\n        PARAM_INT,\n        'A',\n        VALUE_OPTIONAL\n    ),\n",
    "\n    'a' => new external_value(\n        PARAM_INT,\n        'A',\n        VALUE_DEFAULT,\n        0\n    ),\n",
  ],
  [
    'Change to VALUE_DEFAULT, 0',
    `\n    'a' => new external_value(PARAM_INT, '${'A'.repeat(70)}', VALUE_OPTIONAL),\n`,
    `\n    'a' => new external_value(\n        PARAM_INT,\n        '${'A'.repeat(70)}',\n        VALUE_DEFAULT,\n        0\n    ),\n`,
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});

it('is a hint about a last structure whose PHP parameter has a default', () => {
  const keys = "'a' => new external_single_structure([], 'A', VALUE_OPTIONAL)";
  const found =
    'VALUE_OPTIONAL: Parameters use VALUE_DEFAULT. It works, since nothing follows and the PHP parameter has a default.';
  expect(schemaFindings(rule, keys, '$a = []')).toEqual([found]);
});
