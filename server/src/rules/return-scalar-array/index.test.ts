import { expect, it } from 'vitest';
import { resultFindings, value } from '../rules.testkit.ts';
import { returnScalarArray as rule } from './index.ts';

const message = 'A single value is described, and an array is returned: Moodle refuses the answer.';

it.each([
  [value('PARAM_INT'), 'return [];', `[]: ${message}`],
  [value('PARAM_INT'), "return array(\n'id' => 1);", `array: ${message}`],
  [`new external_single_structure(['a' => ${value('PARAM_TEXT')}])`, "return ['a' => ['b']];", `['b']: ${message}`],
])('finds %s, %s', (returns, body, found) => {
  expect(resultFindings(rule, returns, body)).toEqual([found]);
});

it.each([
  [value('PARAM_INT'), 'return [1][0];'],
  [value('PARAM_INT'), 'return count([]);'],
  [`new external_multiple_structure(${value('PARAM_INT')})`, 'return [1];'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});
