import { schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultMissing as rule } from './index.ts';

it.each([
  ["'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT)", ['VALUE_DEFAULT: No default is given, so it is null.']],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null)",
  "'a' => new external_value(PARAM_INT, 'A')",
  "'a' => new external_value(PARAM_INT, 'A', ...$rest)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'int $a',
    'VALUE_DEFAULT: The default is null, and $a does not take it: every call without this value ends in a TypeError.',
  ],
  ['int $a = null', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['?int $a', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['int|null $a', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['$a', 'VALUE_DEFAULT: No default is given, so it is null.'],
])('looks at the parameter %s', (signature, found) => {
  expect(schemaFindings(rule, "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT)", signature)).toEqual([found]);
});
