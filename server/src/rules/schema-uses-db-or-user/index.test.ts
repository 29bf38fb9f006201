import { plugin } from '../../features/shared/index.testkit.ts';
import { check, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { schemaUsesDbOrUser as rule } from './index.ts';

const source = plugin[payPath] ?? '';
const returning = (code: string) => source.replace('return null;', code);

it.each([
  ['global $DB; return $DB->get_record() ? null : null;', '$DB'],
  ["return get_config('a') ? null : null;", 'get_config'],
])('finds %s', (code, covered) => {
  expect(check(rule, plugin, payPath, returning(code))).toEqual([
    `${covered}: The description differs between sites or users: clients cannot rely on it.`,
  ]);
});

it('is silent about the method that runs', () => {
  expect(
    check(rule, plugin, payPath, source.replace('pay_order() {', 'pay_order() { global $DB; $DB->get_record();')),
  ).toEqual([]);
  expect(check(rule, plugin, payPath, returning('// $DB->x\n        return null;'))).toEqual([]);
});
