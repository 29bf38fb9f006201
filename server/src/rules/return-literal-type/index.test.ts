import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnLiteralType as rule } from './index.ts';

it.each([
  ['PARAM_INT', 'false'],
  ['PARAM_INT', "''"],
  ['PARAM_BOOL', "'yes'"],
  ['PARAM_BOOL', '2'],
  ['PARAM_TEXT', "'<b>x</b>'"],
  ['PARAM_ALPHA', "'a b'"],
])('finds %s of %s', (type, code) => {
  expect(resultFindings(rule, value(type), `return ${code};`)).toEqual([
    `${code}: ${code} is no value of ${type}: Moodle refuses the answer.`,
  ]);
});

it.each([
  ['PARAM_INT', '1'],
  ['PARAM_INT', "'1'"],
  ['PARAM_INT', 'true'],
  ['PARAM_INT', 'null'],
  ['PARAM_INT', '(int) false'],
  ['PARAM_BOOL', "'0'"],
  ['PARAM_BOOL', 'false'],
  ['PARAM_RAW', "'<b>x</b>'"],
  ['PARAM_THEME', "'boost'"],
  ['PARAM_INT', 'FORMAT_HTML'],
  ['PARAM_INT', '"$a"'],
])('is silent about %s of %s', (type, code) => {
  expect(resultFindings(rule, value(type), `return ${code};`)).toEqual([]);
});

it.each([
  ['PARAM_INT', 'false', '0'],
  ['PARAM_INT', "'01'", '1'],
  ['PARAM_FLOAT', "''", '0.0'],
  ['PARAM_BOOL', "'yes'", 'true'],
  ['PARAM_BOOL', "'no'", 'false'],
])('writes %s for %s: %s', (type, before, after) => {
  expect(resultFixed(rule, value(type), `return ${before};`, `Change to ${after}`).body).toBe(`return ${after};`);
});
