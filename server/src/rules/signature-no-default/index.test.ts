import { expect, it } from 'vitest';
import { signatureFindings, signatureFixed } from '../rules.testkit.ts';
import { signatureNoDefault as rule } from './index.ts';

const a = (value: string) => `'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, ${value})`;
const b = "'b' => new external_value(PARAM_TEXT, 'B', VALUE_DEFAULT, 'x')";

it('finds a parameter without the described default', () => {
  expect(signatureFindings(rule, a('0'), 'int $a')).toEqual([
    '$a: The description has a default, but PHP code that calls the method must pass $a.',
  ]);
});

it.each([
  [a('0'), 'int $a = 1'],
  [a('0'), '...$args'],
  ["'a' => new external_value(PARAM_INT, 'A')", 'int $a'],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it.each([
  [a('0'), 'int $a', 'int $a = 0'],
  [a('null'), 'int $a', '?int $a = null'],
  [`${a('5')}, ${b}`, '$a, $b', "$a = 5, $b = 'x'"],
  [`${a('5')}, ${b}`, "$a, $b = 'y'", "$a = 5, $b = 'y'"],
])('adds it: %s, written %s', (keys, before, after) => {
  expect(signatureFixed(rule, keys, before)).toBe(after);
});

it.each([
  [`${a('5')}, 'b' => new external_value(PARAM_TEXT, 'B')`, '$a, $b'],
  [a('time()'), '$a'],
])('adds none to %s, written %s', (keys, signature) => {
  expect(() => signatureFixed(rule, keys, signature)).toThrow('no fix');
});
