import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { methodNotPublic as rule } from './index.ts';

const source = plugin[payPath] ?? '';

it.each([
  ['private', 'pay_order() is private: Moodle cannot call it, and every call ends in a TypeError.'],
  ['protected', 'pay_order() is protected: REST and SOAP cannot call it, though AJAX can.'],
])('finds a %s method', (visibility, message) => {
  const text = source.replace('public static function pay_order()', `${visibility} static function pay_order()`);
  expect(check(rule, plugin, payPath, text)).toEqual([`pay_order: ${message}`]);
  expect(fixed(rule, plugin, payPath, text)).toBe(source);
});

it('finds a description that cannot be reached', () => {
  const text = source.replace(
    'public static function pay_order_returns',
    'protected static function pay_order_returns',
  );
  expect(check(rule, plugin, payPath, text)).toHaveLength(1);
});

it('is silent about public methods, said or not', () => {
  expect(
    check(rule, plugin, payPath, source.replace('public static function pay_order()', 'static function pay_order()')),
  ).toEqual([]);
});
