import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureOrder as rule } from './index.ts';

const a = "'a' => new external_value(PARAM_INT, 'A')";
const b = "'b' => new external_value(PARAM_TEXT, 'B')";

const keys = `${a}, ${b}`;

it.each([
  [keys, 'string $b, int $a'],
  [keys, 'string $B, int $_a'],
])('finds (%s) described, (%s) written', (described, signature) => {
  const name = /\$(\w+)/.exec(signature)?.[1] ?? '';
  expect(signatureFindings(rule, described, signature)).toEqual([
    `$${name}: Arguments are passed by position, in the order of the description: $${name} gets the value of a.`,
  ]);
});

it.each([
  [keys, 'int $a, string $b'],
  [keys, 'int $x, string $a'],
  [keys, '...$args'],
  [a, '$b'],
])('is silent about (%s) described, (%s) written', (described, signature) => {
  expect(signatureFindings(rule, described, signature)).toEqual([]);
});

it('changes the order', () => {
  expect(signatureFixed(rule, keys, "string $b, int $a, $c = ''", 'Change the order of the parameters')).toBe(
    "int $a, string $b, $c = ''",
  );
});

it('leaves an order that PHP would not take', () => {
  expect(() => signatureFixed(rule, keys, '$b, $a = 1', 'Change the order of the parameters')).toThrow('no Change');
});

it('changes the comment, too', () => {
  const comment = (lines: string[]) =>
    `/**\n     * Pays.\n     *\n${lines.map((line) => `     * ${line}\n`).join('')}     */\n    `;
  const before = comment(['@param string $b The b,', '  on two lines', '@param int $a The a', '@return array']);
  const after = comment(['@param int $a The a', '@param string $b The b,', '  on two lines', '@return array']);
  const method = before + withSignature('string $b, int $a');
  expect(describedFixed(rule, { keys, method }, 'Change the order of the parameters').method).toBe(
    after + withSignature('int $a, string $b'),
  );
});
