import { bodyFixed, bodyFindings, services, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersWrongSchema as rule } from './index.ts';

const call = (schema: string) => `$params = self::validate_parameters(self::${schema}(), ['a' => $a, 'b' => $b]);`;
const other = (keys: string) =>
  `    public static function refund_parameters() {\n        return new external_function_parameters([${keys}]);\n    }\n    public static function refund() {\n    }\n`;
const more = {
  [services]: `<?php
$functions = [
    'local_shop_pay' => ['classname' => 'local_shop\\\\external\\\\pay', 'methodname' => 'pay_order'],
    'local_shop_refund' => ['classname' => 'local_shop\\\\external\\\\pay', 'methodname' => 'refund'],
];
`,
};
const find = (schema: string, keys: string) => bodyFindings(rule, twoKeys, '$a, $b', call(schema), other(keys), more);

it('finds the schema of another function', () => {
  expect(find('refund_parameters', "'a' => new external_value(PARAM_INT)")).toEqual([
    'refund_parameters: refund_parameters() describes the parameters of another function; these are described by pay_order_parameters().',
  ]);
});

it.each([
  ['its own', 'pay_order_parameters', ''],
  ['an equal one', 'refund_parameters', twoKeys],
  ['one that is not known', 'refund_parameters', "get_config('x') => new external_value(PARAM_INT)"],
  ['one that nobody calls', 'other_parameters', ''],
])('is silent about %s', (_, schema, keys) => {
  expect(find(schema, keys)).toEqual([]);
});

it('names its own', () => {
  const fix = bodyFixed(
    rule,
    twoKeys,
    '$a, $b',
    call('refund_parameters'),
    'Change to pay_order_parameters',
    more,
    other(''),
  );
  expect(fix).toBe(call('pay_order_parameters'));
});
