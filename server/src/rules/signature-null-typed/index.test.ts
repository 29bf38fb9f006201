import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureNullTyped as rule } from './index.ts';

const value = (more = '') => `'a' => new external_value(PARAM_INT, 'A'${more})`;

it.each([value(), value(', VALUE_DEFAULT, 0'), value(', VALUE_REQUIRED, null, NULL_ALLOWED')])('finds %s', (keys) => {
  expect(signatureFindings(rule, keys, 'int $a')).toEqual([
    '$a: A client may send null, which $a does not take: that ends in a TypeError. Where the description refuses null, Moodle tells the client what is wrong.',
  ]);
});

it.each([
  [value(', VALUE_REQUIRED, null, NULL_NOT_ALLOWED'), 'int $a'],
  [value(), '?int $a'],
  [value(), 'int $a = null'],
  [value(), 'int|null $a'],
  [value(), 'mixed $a'],
  [value(), '$a'],
  ["'a' => new external_single_structure([])", 'array $a'],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it.each([
  [value(), value(', VALUE_REQUIRED, null, NULL_NOT_ALLOWED')],
  [value(', VALUE_DEFAULT, 0'), value(', VALUE_DEFAULT, 0, NULL_NOT_ALLOWED')],
  [value(', VALUE_REQUIRED, null, NULL_ALLOWED'), value(', VALUE_REQUIRED, null, NULL_NOT_ALLOWED')],
  [
    "'a' => new external_value(PARAM_INT)",
    "'a' => new external_value(PARAM_INT, '', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)",
  ],
])('refuses null in %s', (before, after) => {
  const method = withSignature('int $a');
  expect(describedFixed(rule, { keys: before, method }, 'Refuse null in the description').keys).toBe(after);
});

it('refuses no null that is the default', () => {
  const method = withSignature('int $a');
  const keys = value(', VALUE_DEFAULT, null');
  expect(() => describedFixed(rule, { keys, method }, 'Refuse null in the description')).toThrow('no Refuse');
});

it.each([
  ['int $a', '?int', '?int $a'],
  ['int|string $a', 'int|string|null', 'int|string|null $a'],
])('takes null: %s', (before, type, after) => {
  expect(signatureFixed(rule, value(), before, `Change the type to ${type}`)).toBe(after);
});
