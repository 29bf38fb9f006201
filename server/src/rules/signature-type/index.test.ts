import { expect, it } from 'vitest';
import { signatureFindings, signatureFixed } from '../rules.testkit.ts';
import { signatureType as rule } from './index.ts';

const value = (type: string, more = '') => `'a' => new external_value(${type}, 'A'${more})`;
const list = "'a' => new external_multiple_structure(new external_value(PARAM_INT, 'One'))";

it.each([
  [
    value('PARAM_INT'),
    'array $a',
    'array: Moodle passes int, and $a is array: every call with a value for a ends in a TypeError.',
  ],
  [list, 'int $a', 'int: Moodle passes array, and $a is int: every call with a value for a ends in a TypeError.'],
  [
    list,
    '?\\stdClass $a',
    '?\\stdClass: Moodle passes array, and $a is ?\\stdClass: every call with a value for a ends in a TypeError.',
  ],
  [
    value('PARAM_TEXT'),
    'array ...$a',
    'array: Moodle passes string, and $a is array: every call with a value for a ends in a TypeError.',
  ],
])('finds %s, written %s', (keys, signature, found) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([found]);
});

it.each([
  [value('PARAM_INT'), 'string $a'],
  [value('PARAM_TEXT'), 'int $a'],
  [value('PARAM_INT'), '$a'],
  [value('PARAM_INT'), 'mixed $a'],
  [value('PARAM_INT'), 'int|array $a'],
  [value('PARAM_BOOL'), 'int $a'],
  [list, 'array $a'],
  [list, '?array &$a'],
  [list, 'iterable $a = []'],
  [list, 'null|\\ArrayAccess|array $a'],
  [list, ''],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it.each([
  [value('PARAM_INT'), 'array $a', 'int $a'],
  [list, '#[\\SensitiveParameter] ?int $a = null', '#[\\SensitiveParameter] ?array $a = null'],
  [value('PARAM_ALPHA'), 'array $a', 'string $a'],
])('changes %s, written %s', (keys, before, after) => {
  expect(signatureFixed(rule, keys, before)).toBe(after);
});

it('leaves a type whose default would be of another', () => {
  expect(() => signatureFixed(rule, list, 'int $a = 1')).toThrow('no fix');
});
