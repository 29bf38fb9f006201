import { plugin } from '../../features/shared/index.testkit.ts';
import { check, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { methodOrder as rule } from './index.ts';

const method = (name: string) => `    public static function ${name}() {\n    }\n`;
const text = (...names: string[]) =>
  `<?php\nnamespace local_shop\\external;\nclass pay extends \\core_external\\external_api {\n${names.map(method).join('\n')}}\n`;

it('finds another order', () => {
  expect(check(rule, plugin, payPath, text('pay_order', 'pay_order_parameters', 'pay_order_returns'))).toEqual([
    'pay_order: The usual order is pay_order_parameters, pay_order, pay_order_returns.',
  ]);
});

it.each([
  [['pay_order_parameters', 'pay_order', 'pay_order_returns']],
  [['pay_order_parameters', 'helper', 'pay_order', 'pay_order_returns']],
  [['pay_order', 'pay_order_parameters']],
])('is silent about %s', (names) => {
  expect(check(rule, plugin, payPath, text(...names))).toEqual([]);
});
