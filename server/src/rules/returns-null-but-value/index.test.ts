import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnsNullButValue as rule } from './index.ts';

it.each([
  ['return true;', 'true'],
  ['return [];', '[]'],
  ['return $a;', '$a'],
])('finds %s', (body, code) => {
  expect(resultFindings(rule, 'null', body)).toEqual([
    `${code}: No result is described: over REST clients get null, and over AJAX what nothing has checked.`,
  ]);
});

it.each([
  ['null', ''],
  ['null', 'return;'],
  ['null', 'return null;'],
  ['null', 'return parent::pay_order();'],
  ['null', 'f(function () { return 1; });'],
  [value('PARAM_INT'), 'return 1;'],
  ['unknown()', 'return 1;'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});

it.each([
  ['return true;', "new external_value(PARAM_BOOL, 'result')"],
  [
    "return ['id' => 1, 'notes' => ['a']];",
    `new external_single_structure([
            'id' => new external_value(PARAM_INT, 'id'),
            'notes' => new external_multiple_structure(new external_value(PARAM_TEXT, 'notes'), 'notes'),
        ])`,
  ],
])('describes what %s returns', (body, returns) => {
  expect(resultFixed(rule, 'null', body, 'Describe it in pay_order_returns()')).toEqual({ body, returns });
});
