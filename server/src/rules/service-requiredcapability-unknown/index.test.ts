import { plugin } from '../../features/shared/index.testkit.ts';
import { fixed, serviceFindings, serviceFixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceRequiredcapabilityUnknown as rule } from './index.ts';

it.each([
  [
    "'requiredcapability' => 'local/shop:veiw'",
    [
      'local/shop:veiw: No plugin defines the capability local/shop:veiw: nobody can use the service. Did you mean local/shop:view?',
    ],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each([
  "'requiredcapability' => 'local/shop:view'",
  "'requiredcapability' => 'mod/absent:view'",
  "'requiredcapability' => ''",
  "'requiredcapability' => $x",
])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to local/shop:view',
    "'requiredcapability' => 'local/shop:veiw'",
    "'requiredcapability' => 'local/shop:view'",
  ],
])('suggests: %s', (title, before, after) => {
  expect(serviceFixed(rule, before, title)).toBe(after);
});

it('suggests to define it', () => {
  const text = (plugin[services] ?? '').replace("'enabled' => 1", "'requiredcapability' => 'local/shop:use'");
  const access = fixed(rule, plugin, services, text, 'Add it to db/access.php', '/code/local_shop/db/access.php');
  expect(access).toContain("    'local/shop:use' => [\n");
});
