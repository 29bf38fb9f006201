import { expect, it } from 'vitest';
import { describedFindings, describedFixed } from '../rules.testkit.ts';
import { signatureReturnType as rule } from './index.ts';

const value = "new external_value(PARAM_INT, 'A')";
const strict = "new external_value(PARAM_INT, 'A', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)";
const single = "new external_single_structure(['a' => new external_value(PARAM_INT, 'A')])";
const list = "new external_multiple_structure(new external_value(PARAM_INT, 'A'))";
const method = (type: string) => `public static function pay_order()${type} {\n    }`;

it.each([
  [value, ': array', 'array: A result of type int is described, and array is none: Moodle refuses every answer.'],
  [
    value,
    ': \\stdClass',
    '\\stdClass: A result of type int is described, and \\stdClass is none: Moodle refuses every answer.',
  ],
  [single, ': bool', 'bool: A result of type array is described, and bool is none: Moodle refuses every answer.'],
  [list, ': ?int', '?int: A result of type array is described, and ?int is none: Moodle refuses every answer.'],
  [
    list,
    ': stdClass',
    'stdClass: A result of type array is described, and stdClass is none: Moodle refuses every answer.',
  ],
  [single, ': void', 'void: A result is described, and the method returns nothing.'],
  [value, ': null', 'null: A result is described, and the method returns nothing.'],
])('finds %s, written %s', (returns, type, found) => {
  expect(describedFindings(rule, { method: method(type), returns })).toEqual([found]);
});

it.each([
  [value, ': int'],
  [value, ': string'],
  [value, ': ?bool'],
  [value, ': array|int'],
  [value, ''],
  [value, ': never'],
  [strict, ': ?string'],
  [single, ': array'],
  [single, ': stdClass'],
  [single, ': mixed'],
  [list, ': ?array'],
  [list, ': iterable'],
  ['null', ': void'],
  ['null', ': array'],
  ['unknown()', ': int'],
])('is silent about %s, written %s', (returns, type) => {
  expect(describedFindings(rule, { method: method(type), returns })).toEqual([]);
});

it('changes the type', () => {
  const described = { method: method(': array'), returns: value };
  expect(describedFixed(rule, described, 'Change the type to int').method).toBe(method(': int'));
});
