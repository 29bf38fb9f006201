import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { check, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { capabilityUsedNotDeclared as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const checking = (code: string): Tree => ({
  ...plugin,
  [path]: (plugin[path] ?? '').replace('return [];', `${code} return [];`),
});
const text = plugin[services] ?? '';
const both = "require_any_capability(['local/shop:view', 'local/shop:pay'], $context);";

it('finds capabilities that are checked and not listed', () => {
  expect(check(rule, checking(both), services)).toEqual([
    'local/shop:view: The function checks local/shop:pay, which administrators do not see here.',
  ]);
});

it.each(["require_capability('local/shop:view', $context);", 'require_capability($capability, $context);', ''])(
  'is silent about: %s',
  (code) => {
    expect(check(rule, checking(code), services)).toEqual([]);
  },
);

it('lists them', () => {
  const listed = "'local/shop:view, local/shop:pay'";
  expect(fixed(rule, checking(both), services, text, `Change to ${listed}`)).toBe(
    text.replace("'local/shop:view'", listed),
  );
  const none = text.replace("        'capabilities' => 'local/shop:view',\n", '');
  expect(fixed(rule, checking(both), services, none, `Insert 'capabilities' => ${listed}`)).toBe(
    text.replace(
      "'ajax' => true,\n        'capabilities' => 'local/shop:view',\n",
      `'capabilities' => ${listed},\n        'ajax' => true,\n`,
    ),
  );
});
