import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { methodNotStatic as rule } from './index.ts';

const source = plugin[payPath] ?? '';
const broken = source.replaceAll('static function pay_order', 'function pay_order');

it('finds the method and what describes it', () => {
  expect(check(rule, plugin, payPath, broken)).toEqual(
    ['pay_order', 'pay_order_parameters', 'pay_order_returns'].map(
      (name) => `${name}: Moodle calls ${name}() without an object, which ends in a TypeError: it has to be static.`,
    ),
  );
});

it('makes it static', () => {
  const one = source.replace('static function pay_order()', 'function pay_order()');
  expect(fixed(rule, plugin, payPath, one)).toBe(source);
});

it('has no fix where the method uses its object', () => {
  const one = source.replace('static function pay_order() {', 'function pay_order() { $this->x();');
  expect(findingsIn(rule, plugin, payPath, one)[0]?.fix).toBeUndefined();
});

it('is silent about static methods', () => {
  expect(check(rule, plugin, payPath)).toEqual([]);
});
