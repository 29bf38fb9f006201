import { plugin } from '../../features/shared/index.testkit.ts';
import { inScript, scriptFindings, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { jsArgLiteralType as rule } from './index.ts';

it.each([
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 'abc'}}])",
    ["'abc': This is no value of type int: Moodle refuses the call."],
  ],
  [
    "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: [1]}}])",
    ['[1]: Moodle expects one value here, not a list or an object.'],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: 1}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: '1', limit: true}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: null}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid: a + 'b'}}])",
  "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}}])",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

const text = (plugin[payPath] ?? '').replace(
  '([])',
  "(['ids' => new \\core_external\\external_multiple_structure(new \\core_external\\external_value(PARAM_INT)), 'b' => new \\core_external\\external_value(PARAM_BOOL, '', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)])",
);
const find = (args: string) =>
  inScript(rule, `Ajax.call([{methodname: 'local_shop_pay', args: {${args}}}])`, { ...plugin, [payPath]: text });

it('looks at structures and null', () => {
  expect(find('ids: 5').length + find("b: 'true'").length + find('b: null').length).toBe(3);
  expect(find('ids: [], b: false').length + find('ids: {}, b: 1').length).toBe(0);
});
