import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureTooManyRequired as rule } from './index.ts';

const a = "'a' => new external_value(PARAM_INT, 'A')";

const message = (count: number, name: string) =>
  `Moodle passes one argument for each described key, here ${count}, and $${name} is required as well: every call ends in an ArgumentCountError.`;

it.each([
  [a, 'int $a, int $b', `$b: ${message(1, 'b')}`],
  ['', '$a', `$a: ${message(0, 'a')}`],
  [a, '$a, $b = 1, $c', `$c: ${message(1, 'c')}`],
])('finds (%s) described, (%s) written', (keys, signature, found) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([found]);
});

it.each([
  [a, 'int $a'],
  [a, 'int $a, int $b = 1'],
  [a, 'int $a, ...$more'],
  [a, ''],
  ['...unknown()', 'int $a, int $b'],
])('is silent about (%s) described, (%s) written', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it.each([
  ['$a, $b', 'Give $b a default', '$a, $b = null'],
  ['$a, int $b, string $c', 'Give $b, $c a default', "$a, int $b = 0, string $c = ''"],
  ['$a, \\stdClass $b', 'Give $b a default', '$a, ?\\stdClass $b = null'],
])('gives defaults: (%s)', (before, title, after) => {
  expect(signatureFixed(rule, a, before, title)).toBe(after);
});

it('describes the parameter', () => {
  const method = withSignature('$a, bool $b');
  expect(describedFixed(rule, { keys: a, method }, 'Describe $b as well').keys).toBe(
    `\n            ${a},\n            'b' => new external_value(PARAM_BOOL, 'b'),\n        `,
  );
});
