import { expect, it } from 'vitest';
import { describedFixed, signatureFindings, signatureFixed, withSignature } from '../rules.testkit.ts';
import { signatureDefaultDiffers as rule } from './index.ts';

const a = (type: string, value: string) => `'a' => new external_value(${type}, 'A', VALUE_DEFAULT, ${value})`;

it.each([
  [a('PARAM_INT', '100'), '$a = 0', '0: By web service the default of a is 100, in PHP it is 0.'],
  [a('PARAM_TEXT', "'x'"), "$a = 'y'", "'y': By web service the default of a is 'x', in PHP it is 'y'."],
  [a('PARAM_INT', 'null'), '$a = 0', '0: By web service the default of a is null, in PHP it is 0.'],
  [
    "'a' => new external_multiple_structure(new external_value(PARAM_INT, 'One'), 'All', VALUE_DEFAULT, [1])",
    '$a = []',
    '[]: By web service the default of a is [1], in PHP it is [].',
  ],
])('finds %s, written %s', (keys, signature, found) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([found]);
});

it.each([
  [a('PARAM_INT', '1'), '$a = 1'],
  [a('PARAM_INT', '1'), "$a = '1'"],
  [a('PARAM_BOOL', '0'), '$a = false'],
  [a('PARAM_INT', '0'), '$a = false'],
  [a('PARAM_INT', '1'), '$a = ONE'],
  [a('PARAM_INT', 'time()'), '$a = 1'],
  [a('PARAM_INT', '0'), '$a = null'],
  [a('PARAM_INT', '0'), '$a'],
  ["'a' => new external_value(PARAM_INT, 'A')", '$a = 1'],
  [
    "'a' => new external_multiple_structure(new external_value(PARAM_INT, 'One'), 'All', VALUE_DEFAULT, [])",
    '$a = array()',
  ],
])('is silent about %s, written %s', (keys, signature) => {
  expect(signatureFindings(rule, keys, signature)).toEqual([]);
});

it('makes them equal', () => {
  const keys = a('PARAM_INT', '100');
  expect(signatureFixed(rule, keys, '$a = 0', 'Change the PHP default to 100')).toBe('$a = 100');
  const method = withSignature('$a = 0');
  expect(describedFixed(rule, { keys, method }, 'Change the described default to 0').keys).toBe(a('PARAM_INT', '0'));
});

it('writes no null where the type takes none', () => {
  const keys = a('PARAM_INT', 'null');
  expect(() => signatureFixed(rule, keys, 'int $a = 0', 'Change the PHP default to null')).toThrow('no Change');
});
