import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { bodyFindings } from '../methods.testkit.ts';
import { services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { viewWrapper as rule } from './index.ts';

const viewing: Tree = {
  ...plugin,
  [services]: (plugin[services] ?? '').replace('local_shop_pay', 'local_shop_view_shop'),
};
const find = (code: string, tree: Tree = viewing) => bodyFindings(rule, code, '', tree);
const message = 'The page does the same when it is viewed: put it into a function that both call.';

it.each([
  ['\\local_shop\\event\\shop_viewed::create($data)->trigger();', `trigger: ${message}`],
  ['$completion->set_module_viewed($cm);', `set_module_viewed: ${message}`],
])('finds %s', (code, found) => {
  expect(find(code)).toEqual([found]);
});

it('is silent where a function does it, and about functions that view nothing', () => {
  expect(find('shop_view($shop, $course, $cm, $context);')).toEqual([]);
  expect(find('$event->trigger();', plugin)).toEqual([]);
});
