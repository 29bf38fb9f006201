import { expect, it } from 'vitest';
import { describedFixed, list, order, resultFindings, resultFixed } from '../rules.testkit.ts';
import { returnStructureScalar as rule } from './index.ts';

it.each([
  [order, 'return true;', 'true: A structure is described, and true is returned: Moodle refuses the answer.'],
  [list, "return '';", "'': A list is described, and '' is returned: Moodle refuses the answer."],
  [list, 'return [1];', '1: A structure is described, and 1 is returned: Moodle refuses the answer.'],
  [
    order,
    '$ok = true; return $ok;',
    'true: A structure is described, and true is returned: Moodle refuses the answer.',
  ],
])('finds %s, %s', (returns, body, found) => {
  expect(resultFindings(rule, returns, body)).toEqual([found]);
});

it.each([
  [order, 'return (object) [];'],
  [order, 'return new stdClass();'],
  [order, 'return !$a;'],
  [order, 'return ONE;'],
  [list, 'return [];'],
  ["new external_value(PARAM_BOOL, 'Done')", 'return true;'],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});

it('suggests the least that passes', () => {
  const method = 'public static function pay_order(): bool {\n        return true;\n    }';
  expect(() => describedFixed(rule, { method, returns: list }, 'Return []')).toThrow();
  expect(resultFixed(rule, list, 'return true;', 'Return []').body).toBe('return [];');
  expect(resultFixed(rule, order, 'return true;', 'Return […]').body).toBe(`return [
            'id' => 0,
            'note' => '',
        ];`);
});
