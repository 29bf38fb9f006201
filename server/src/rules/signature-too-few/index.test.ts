import { expect, it } from 'vitest';
import { signatureFindings, signatureFixed } from '../rules.testkit.ts';
import { signatureTooFew as rule } from './index.ts';

const a = "'a' => new external_value(PARAM_INT, 'A')";
const b = "'b' => new external_value(PARAM_TEXT, 'B')";

it('finds a key without parameter', () => {
  expect(signatureFindings(rule, `${a}, ${b}`, 'int $a')).toEqual([
    'pay_order: No parameter takes b: what clients send never reaches the method.',
  ]);
});

it.each([
  ['int $a, string $b', ''],
  ['...$args', ''],
  ['int $a', ' $args = func_get_args();'],
])('is silent about (%s) {%s', (signature, body) => {
  expect(signatureFindings(rule, `${a}, ${b}`, signature, body)).toEqual([]);
});

const withDefault = "'c' => new external_value(PARAM_BOOL, 'C', VALUE_DEFAULT, false)";
const withNull = "'d' => new external_value(PARAM_INT, 'D', VALUE_DEFAULT, null)";

it.each([
  [`${a}, ${b}`, 'int $a', 'Add $b', 'int $a, string $b'],
  [a, '', 'Add $a', 'int $a'],
  [`${a}, ${withDefault}, ${withNull}`, '$a', 'Add $c, $d', '$a, bool $c = false, ?int $d = null'],
  [`${a}, ${withDefault}, ${b}`, '$a', 'Add $c, $b', '$a, bool $c, string $b'],
])('adds parameters for (%s)', (keys, before, title, after) => {
  expect(signatureFixed(rule, keys, before, title)).toBe(after);
});
