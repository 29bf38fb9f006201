import { plugin } from '../../features/shared/index.testkit.ts';
import { check, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { capabilityDeclaredNotChecked as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const find = (code: string, entry = plugin[services]) => {
  const text = (plugin[path] ?? '').replace('return [];', `${code} return [];`);
  return check(rule, { ...plugin, [path]: text }, services, entry);
};

it('finds a list that nothing checks', () => {
  expect(find('')).toEqual([
    'local/shop:view: Nothing visible checks these capabilities: Moodle itself does not look at this list.',
  ]);
});

it('is silent where a capability is checked, or none is listed', () => {
  expect(find("require_capability('local/shop:view', $context);")).toEqual([]);
  expect(find('if (!is_siteadmin()) { return []; }')).toEqual([]);
  expect(find('self::unknown();')).toEqual([]);
  expect(find('', (plugin[services] ?? '').replace("'local/shop:view'", "''"))).toEqual([]);
});
