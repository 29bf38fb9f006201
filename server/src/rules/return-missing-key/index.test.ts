import { expect, it } from 'vitest';
import { describedFindings, list, order, resultFindings, resultFixed } from '../rules.testkit.ts';
import { returnMissingKey as rule } from './index.ts';

const message = (keys: string) =>
  `Required by the description, and missing: ${keys}. Moodle refuses the answer, after the work was done.`;

it.each([
  [order, "return ['id' => 1];", `['id' => 1]: ${message('note')}`],
  [order, 'return [];', `[]: ${message('id, note')}`],
  [order, "if ($a) { return array(); } return ['id' => 1, 'note' => ''];", `array(): ${message('id, note')}`],
  [order, "return [\n            'id' => 1,\n        ];", `[: ${message('note')}`],
  [order, "return (object) ['id' => 1];", `['id' => 1]: ${message('note')}`],
  [order, "$result = ['id' => 1]; return $result;", `['id' => 1]: ${message('note')}`],
  [list, "return [['id' => 1, 'note' => ''], ['id' => 2]];", `['id' => 2]: ${message('note')}`],
])('finds %s, %s', (returns, body, found) => {
  expect(resultFindings(rule, returns, body)).toEqual([found]);
});

it.each([
  [order, "return ['id' => 1, 'note' => ''];"],
  [order, 'return $a;'],
  [order, 'return f();'],
  [order, "return ['id' => 1] + $a;"],
  [order, "return ['id' => 1, ...$a];"],
  [order, "return ['id' => 1, $key => ''];"],
  [order, "return array_merge(['id' => 1], $a);"],
  [order, "$result = ['id' => 1]; $result['note'] = ''; return $result;"],
  [order, "$result = ['id' => 1]; add($result); return $result;"],
  [order, "$a = ['id' => 1]; return $a;"],
  [order, "$result = []; if ($a) { $result = ['id' => 1]; } return $result;"],
  [order, "['note' => $result] = f(); return $result;"],
  [order, "$f = function () { return ['id' => 1]; }; return $f();"],
  [order, "$f = fn() => ['id' => 1]; return $f();"],
  [order, '$x = new class { public function f() { return []; } }; return $x->f();'],
  [order, 'yield 1; return [];'],
  [list, 'return [];'],
  ['unknown()', 'return [];'],
  ['null', 'return [];'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});

it('is silent about a method without a body', () => {
  expect(describedFindings(rule, { method: 'abstract public static function pay_order();', returns: order })).toEqual(
    [],
  );
});

it.each([
  ["return ['id' => 1];", 'Add note', "return ['id' => 1, 'note' => ''];"],
  ['return [];', 'Add id, note', "return ['id' => 0, 'note' => ''];"],
  [
    "$note = 'x'; return [\n            'id' => 1,\n        ];",
    'Add note',
    "$note = 'x'; return [\n            'id' => 1,\n            'note' => $note,\n        ];",
  ],
  [
    "return [\n            'paid' => true,\n        ];",
    'Add id, note',
    "return [\n            'paid' => true,\n            'id' => 0,\n            'note' => '',\n        ];",
  ],
])('adds keys: %s', (before, title, after) => {
  expect(resultFixed(rule, order, before, title).body).toBe(after);
});

it('describes keys as optional', () => {
  const { returns } = resultFixed(rule, order, "return ['id' => 1];", 'Describe note as optional');
  expect(returns).toBe(order.replace("'A note'", "'A note', VALUE_OPTIONAL"));
});
