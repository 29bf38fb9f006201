import { schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramTypeNotParam as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value('The name', PARAM_TEXT)",
    ["'The name': The first argument is the type, a PARAM constant: Moodle fails with unknownparamtype."],
  ],
  ["'a' => new external_value('int', 'A')", ["'int': The constant for this type is PARAM_INT."]],
  [
    "'a' => new external_value(5)",
    ['5: The first argument is the type, a PARAM constant: Moodle fails with unknownparamtype.'],
  ],
  [
    "'a' => new external_value(VALUE_DEFAULT)",
    ['VALUE_DEFAULT: The first argument is the type, a PARAM constant: Moodle fails with unknownparamtype.'],
  ],
  [
    "'a' => new external_value(\\core\\param::INT)",
    ['\\core\\param::INT: A case of the enumeration is no type: PHP cannot make a text of it.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT)",
  "'a' => new external_value(\\core\\param::INT->value)",
  "'a' => new external_value(param::ALPHA->value, 'A')",
  "'a' => new external_value(self::TYPE)",
  "'a' => new external_value($type)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Put the type first',
    "'a' => new external_value('The name', PARAM_TEXT)",
    "'a' => new external_value(PARAM_TEXT, 'The name')",
  ],
  ['Change to PARAM_INT', "'a' => new external_value('int')", "'a' => new external_value(PARAM_INT)"],
  [
    'Change to param::INT->value',
    "'a' => new external_value(param::INT)",
    "'a' => new external_value(param::INT->value)",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});
