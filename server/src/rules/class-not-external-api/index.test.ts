import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { classNotExternalApi as rule } from './index.ts';

const source = plugin[payPath] ?? '';
const extending = (parent: string) => source.replace(' extends \\core_external\\external_api', parent);
const message = 'pay: The class must extend external_api: Moodle calls methods that it inherits, and every call fails.';

it('finds a class that extends nothing, or something else', () => {
  expect(check(rule, plugin, payPath, extending(''))).toEqual([message]);
  const base = { '/code/local_shop/classes/base.php': '<?php\nnamespace local_shop;\nclass base {}\n' };
  expect(check(rule, { ...plugin, ...base }, payPath, extending(' extends \\local_shop\\base'))).toEqual([message]);
});

it('extends it', () => {
  expect(fixed(rule, plugin, payPath, extending(''), 'Extend \\external_api')).toBe(
    extending(' extends \\external_api'),
  );
  const version = {
    '/code/local_shop/version.php': "<?php\n$plugin->component = 'local_shop';\n$plugin->requires = 2024042200;",
  };
  expect(fixed(rule, { ...plugin, ...version }, payPath, extending(''), 'Extend \\core_external\\external_api')).toBe(
    source,
  );
});

it.each([
  ' extends \\external_api',
  ' extends \\core_external\\external_api',
  ' extends \\mod_absent\\base',
  ' extends get_orders',
])('is silent about%s', (parent) => {
  expect(check(rule, plugin, payPath, extending(parent))).toEqual([]);
});
