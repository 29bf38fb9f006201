import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { testMissingCleanReturnvalue as rule } from './index.ts';

const path = '/code/local_shop/tests/external/get_orders_test.php';
const find = (code: string) =>
  check(
    rule,
    plugin,
    path,
    `<?php\nnamespace local_shop\\external;\nclass get_orders_test extends \\advanced_testcase {\n    public function test_it() {\n        ${code}\n    }\n}\n`,
  );

it('finds a test without it, once', () => {
  expect(find('get_orders::execute(1); get_orders::execute(2);')).toEqual([
    'execute: The test does not clean what is returned: mistakes in the description of it stay unseen.',
  ]);
});

it.each([
  '$x = external_api::clean_returnvalue(get_orders::execute_returns(), get_orders::execute(1));',
  'pay::pay_order();',
  'other::execute(1);',
])('is silent about %s', (code) => {
  expect(find(code)).toEqual([]);
});
