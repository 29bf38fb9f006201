import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesIsAllowedFromAjax as rule } from './index.ts';

const source = plugin[payPath] ?? '';
const method =
  '    /** Old. */\n    public static function pay_order_is_allowed_from_ajax() {\n        return true;\n    }\n';
const text = source.replace(
  '    public static function pay_order()',
  `${method}\n    public static function pay_order()`,
);

it('finds the method, and removes it', () => {
  const message = "Replaced by 'ajax' => true in db/services.php: Moodle only reports that this method is there.";
  expect(check(rule, plugin, payPath, text)).toEqual([`pay_order_is_allowed_from_ajax: ${message}`]);
  expect(fixed(rule, plugin, payPath, text, 'Remove pay_order_is_allowed_from_ajax()')).toBe(source);
});

it('is silent about methods of no function', () => {
  expect(check(rule, plugin, payPath, text.replace('pay_order_is_allowed', 'other_is_allowed'))).toEqual([]);
  expect(check(rule, plugin, payPath)).toEqual([]);
});
