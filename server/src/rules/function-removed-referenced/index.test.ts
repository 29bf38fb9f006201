import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { findingsIn, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { functionRemovedReferenced as rule } from './index.ts';

const script = '/code/local_shop/amd/src/shop.js';
const tree: Tree = { ...plugin, [script]: "Ajax.call([{methodname: 'local_shop_pay', args: {}}])" };
const renamed = (plugin[services] ?? '').replace("'local_shop_pay'", "'local_shop_buy'");
const find = (files: Tree, text: string, base?: Tree) => findingsIn(rule, files, services, text, undefined, base);

it('finds what is gone and still used', () => {
  const [found, ...others] = find(tree, renamed, tree);
  expect(others).toEqual([]);
  expect(found?.message).toBe('local_shop_pay was removed, and the plugin still uses it.');
  expect(found?.related?.[0]).toMatchObject({ path: script, start: 25 });
});

it('is silent where nothing uses it, nothing is gone, or there is no base', () => {
  expect(find(plugin, renamed, plugin)).toEqual([]);
  expect(find(tree, plugin[services] ?? '', tree)).toEqual([]);
  expect(find(tree, renamed)).toEqual([]);
});

it('suggests the function that has its method now, or the entry as it was', () => {
  const changed = (title: string, path: string) => fixed(rule, tree, services, renamed, title, path, tree);
  expect(changed('Use local_shop_buy instead', script)).toBe("Ajax.call([{methodname: 'local_shop_buy', args: {}}])");
  const restored = changed('Put local_shop_pay back', services);
  expect(/'local_shop_buy' => (\[[^\]]*\])/.exec(restored)?.[1]).toBe(
    /'local_shop_pay' => (\[[^\]]*\])/.exec(restored)?.[1],
  );
});
