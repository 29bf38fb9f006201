import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { parametersWrongClass as rule } from './index.ts';

const source = plugin[payPath] ?? '';
const returning = (code: string) => source.replace('new \\core_external\\external_function_parameters([])', code);
const message = 'It must return external_function_parameters: Moodle refuses anything else, and every call fails.';

it.each([
  ['new \\core_external\\external_single_structure([])', '\\core_external\\external_single_structure'],
  ['new \\external_value(PARAM_INT)', '\\external_value'],
  ['[]', '['],
  ['null', 'null'],
])('finds return %s', (code, covered) => {
  expect(check(rule, plugin, payPath, returning(code))).toEqual([`${covered}: ${message}`]);
});

it('turns a structure into parameters', () => {
  const title = 'Change to \\core_external\\external_function_parameters';
  expect(fixed(rule, plugin, payPath, returning('new \\core_external\\external_single_structure([])'), title)).toBe(
    source,
  );
});

it.each(['new \\core_external\\external_function_parameters([])', 'new own_parameters()', 'self::common()', '$schema'])(
  'is silent about return %s',
  (code) => {
    expect(check(rule, plugin, payPath, returning(code))).toEqual([]);
  },
);
