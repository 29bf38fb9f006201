import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureNullDefaultTyped as rule } from './index.ts';

const value = (more: string) => `'a' => new external_value(PARAM_INT, 'A', ${more})`;
const withNull = value('VALUE_DEFAULT, null');
const list =
  "'a' => new external_multiple_structure(new external_value(PARAM_INT, 'One'), 'All', VALUE_DEFAULT, null, NULL_ALLOWED)";

it.each([
  [withNull, 'int $a'],
  [withNull, 'int $a = 0'],
  [list, 'array $a'],
])('finds %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([
    '$a: The default is null, and $a does not take it: every call without this value ends in a TypeError.',
  ]);
});

it.each([
  [withNull, '?int $a'],
  [withNull, 'int $a = null'],
  [withNull, '$a'],
  [value('VALUE_DEFAULT, 0'), 'int $a'],
  [value('VALUE_DEFAULT, time()'), 'int $a'],
  // Moodle refuses this one itself: default-null-not-allowed.
  [value('VALUE_DEFAULT, null, NULL_NOT_ALLOWED'), 'int $a'],
  // default-missing tells of this one.
  [value('VALUE_DEFAULT'), 'int $a'],
  [value('VALUE_REQUIRED, null'), 'int $a'],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it('takes null', () => {
  expect(signatureFixed(rule, withNull, 'int $a', 'Change the type to ?int')).toBe('?int $a');
});

it.each([
  [withNull, value('VALUE_DEFAULT, 0'), 'int $a', '0'],
  [list, list.replace('null, NULL_ALLOWED', '[], NULL_ALLOWED'), 'array $a', '[]'],
])('gives a default of the type: %s', (before, after, signature, code) => {
  const described = { keys: before, method: withSignature(signature) };
  expect(describedFixed(rule, described, `Change the default to ${code}`).keys).toBe(after);
});
