import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
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

it('puts them in order, with their comments', () => {
  const doc = (name: string) => `    /** ${name} */\n${method(name)}`;
  const cls = (...names: string[]) => text().replace('{\n}', `{\n${names.map(doc).join('\n')}}`);
  const title = 'Put them in this order';
  expect(
    fixed(rule, plugin, payPath, cls('pay_order', 'helper', 'pay_order_parameters', 'pay_order_returns'), title),
  ).toBe(cls('pay_order_parameters', 'helper', 'pay_order', 'pay_order_returns'));
  expect(fixed(rule, plugin, payPath, cls('pay_order', 'pay_order_returns', 'pay_order_parameters'), title)).toBe(
    cls('pay_order_parameters', 'pay_order', 'pay_order_returns'),
  );
});
