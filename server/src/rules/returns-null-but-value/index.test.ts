import { expect, it } from 'vitest';
import { resultFindings, value } from '../rules.testkit.ts';
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
