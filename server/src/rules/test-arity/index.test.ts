import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { testArity as rule } from './index.ts';

const path = '/code/local_shop/tests/external/get_orders_test.php';
const find = (args: string) =>
  check(
    rule,
    plugin,
    path,
    `<?php\nnamespace local_shop\\external;\nclass get_orders_test extends \\advanced_testcase {\n    public function test_it() {\n        get_orders::execute(${args});\n    }\n}\n`,
  );

it('finds too many', () => {
  expect(find('1, [2, 3], 4')).toEqual([
    'execute: 3 arguments are passed, and the function has 2: no client can send more.',
  ]);
});

it.each(['', '1', '1, f(2, 3)', '1, 2,', '...$args, 1, 2, 3'])('is silent about (%s)', (args) => {
  expect(find(args)).toEqual([]);
});
