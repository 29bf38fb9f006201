import { expect, it } from 'vitest';
import {
  describedFindings,
  describedFixed,
  list,
  order,
  resultFindings,
  resultFixed,
  value,
} from '../rules.testkit.ts';
import { returnNothing as rule } from './index.ts';

it.each([
  [order, '$a = 1;', 'Moodle refuses the answer.'],
  [order, 'if (!$a) { throw new \\moodle_exception("x"); } f();', 'Moodle refuses the answer.'],
  [list, 'f(); return;', 'Moodle refuses the answer.'],
  [list, '', 'Moodle refuses the answer.'],
  [order, 'f(function () { return 1; });', 'Moodle refuses the answer.'],
  [value('PARAM_INT'), '$a = 1;', 'clients get null.'],
])('finds %s, %s', (returns, body, consequence) => {
  expect(resultFindings(rule, returns, body)).toEqual([
    `pay_order: A result is described, and the method returns none: ${consequence}`,
  ]);
});

it.each([
  [order, 'return [];'],
  [order, 'if ($a) { return f(); }'],
  [order, "throw new \\coding_exception('Not any more');"],
  [order, "if ($a) { throw new \\coding_exception('a'); } else { throw new \\coding_exception('b'); }"],
  [order, 'die;'],
  [list, 'yield 1;'],
  ['null', '$a = 1;'],
  ['unknown()', '$a = 1;'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});

it('is silent where brackets are missing', () => {
  expect(resultFindings(rule, order, 'f(;')).toEqual([]);
  expect(resultFindings(rule, order, 'if ($a) { return [];')).toEqual([]);
});

it('is silent about an abstract method', () => {
  expect(describedFindings(rule, { method: 'abstract public static function pay_order();', returns: order })).toEqual(
    [],
  );
});

it('suggests the least that passes', () => {
  expect(resultFixed(rule, list, 'f();', 'Return []').body).toBe('f();\n\n        return [];');
  expect(resultFixed(rule, order, 'f();', 'Return […]').body).toBe(`f();

        return [
            'id' => 0,
            'note' => '',
        ];`);
  expect(() => resultFixed(rule, list, 'if ($a) { return; }', 'Return []')).toThrow();
  const method = 'public static function pay_order(): void {\n    }';
  expect(() => describedFixed(rule, { method, returns: list }, 'Return []')).toThrow();
});
