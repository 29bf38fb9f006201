import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
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

it('cleans what a variable holds', () => {
  const text = (code: string) =>
    `<?php\nnamespace local_shop\\external;\nclass get_orders_test extends \\advanced_testcase {\n    public function test_it() {\n        ${code}\n    }\n}\n`;
  const call = '$result = get_orders::execute(1);';
  expect(fixed(rule, plugin, path, text(call), 'Clean what is returned')).toBe(
    text(
      `${call}\n        $result = \\core_external\\external_api::clean_returnvalue(get_orders::execute_returns(), $result);`,
    ),
  );
  const long = `$${'x'.repeat(30)}`;
  expect(fixed(rule, plugin, path, text(`${long} = get_orders::execute(1);`), 'Clean what is returned')).toBe(
    text(
      `${long} = get_orders::execute(1);\n        ${long} = \\core_external\\external_api::clean_returnvalue(\n            get_orders::execute_returns(),\n            ${long}\n        );`,
    ),
  );
  expect(() => fixed(rule, plugin, path, text('get_orders::execute(1);'), 'Clean what is returned')).toThrow();
});
