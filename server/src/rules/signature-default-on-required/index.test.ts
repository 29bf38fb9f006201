import { expect, it } from 'vitest';
import { signatureFindings } from '../rules.testkit.ts';
import { signatureDefaultOnRequired as rule } from './index.ts';

const a = (more = '') => `'a' => new external_value(PARAM_INT, 'A'${more})`;

it('finds a default that no client can use', () => {
  expect(signatureFindings(rule, a(), 'int $a = 1')).toEqual([
    '1: Clients must send a: this default counts only where PHP code calls the method.',
  ]);
});

it.each([
  [a(), 'int $a'],
  [a(', VALUE_DEFAULT, 1'), 'int $a = 1'],
  [a(), 'int $a, int $b = 1'],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});
