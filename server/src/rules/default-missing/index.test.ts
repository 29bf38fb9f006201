import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, payPath, schemaFindings, schemaFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { defaultMissing as rule } from './index.ts';

it.each([
  ["'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT)", ['VALUE_DEFAULT: No default is given, so it is null.']],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, null)",
  "'a' => new external_value(PARAM_INT, 'A')",
  "'a' => new external_value(PARAM_INT, 'A', ...$rest)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'int $a',
    'VALUE_DEFAULT: The default is null, and $a does not take it: every call without this value ends in a TypeError.',
  ],
  ['int $a = null', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['?int $a', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['int|null $a', 'VALUE_DEFAULT: No default is given, so it is null.'],
  ['$a', 'VALUE_DEFAULT: No default is given, so it is null.'],
])('looks at the parameter %s', (signature, found) => {
  expect(schemaFindings(rule, "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT)", signature)).toEqual([found]);
});

it('adds a default', () => {
  const keys = (rest: string) => `'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT${rest})`;
  expect(schemaFixed(rule, keys(''), 'Add the default 0')).toBe(keys(', 0'));
  expect(schemaFixed(rule, keys(''), 'Add the default null')).toBe(keys(', null'));
});

it('adds the default of the method first, and null only where the method takes it', () => {
  const titles = (signature: string) => {
    const text = (plugin[payPath] ?? '')
      .replace(
        'parameters([])',
        "parameters(['a' => new \\core_external\\external_value(PARAM_INT, 'A', VALUE_DEFAULT)])",
      )
      .replace('pay_order()', `pay_order(${signature})`);
    return findingsIn(rule, plugin, payPath, text)[0]
      ?.suggest?.()
      .map(({ title }) => title);
  };
  expect(titles('int $a = 5')).toEqual(['Add the default 5']);
  expect(titles('?int $a = 5')).toEqual(['Add the default 5', 'Add the default null']);
  expect(titles('int $a')).toEqual(['Add the default 0']);
});
