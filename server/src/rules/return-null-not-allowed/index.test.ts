import { expect, it } from 'vitest';
import { list, order, resultFindings, value } from '../rules.testkit.ts';
import { returnNullNotAllowed as rule } from './index.ts';

const strict = value('PARAM_INT', ', VALUE_REQUIRED, null, NULL_NOT_ALLOWED');

it.each([
  [strict, 'return null;'],
  [order, 'return null;'],
  [list, 'if ($a) { return null; } return [];'],
  [`new external_single_structure(['a' => ${strict}])`, "return ['a' => null];"],
])('finds %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([
    'null: The description does not allow null here: Moodle refuses the answer.',
  ]);
});

it.each([
  [value('PARAM_INT'), 'return null;'],
  ["new external_single_structure([], 'An order', VALUE_REQUIRED, null, NULL_ALLOWED)", 'return null;'],
  ['null', 'return null;'],
  [order, 'return $a;'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});
