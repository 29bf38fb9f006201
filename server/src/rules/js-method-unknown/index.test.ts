import { expect, it } from 'vitest';
import { facts } from '../../catalogue/catalogue.testkit.ts';
import { moodle, plugin } from '../../features/shared/index.testkit.ts';
import { check, inScript } from '../rules.testkit.ts';
import { jsMethodUnknown as rule } from './index.ts';

const call = (name: string) => `Ajax.call([{methodname: '${name}', args: {}}]);`;

it('finds functions that no component declares, with the nearest one', () => {
  expect(inScript(rule, call('local_shop_get_order'))).toEqual([
    'local_shop_get_order: No component declares local_shop_get_order. Did you mean local_shop_get_orders?',
  ]);
  expect(inScript(rule, call('core_course_gone'), moodle)).toEqual([
    'core_course_gone: No component declares core_course_gone.',
  ]);
});

it.each([
  call('local_shop_pay'),
  call('core_course_get_contents'),
  call('mod_quiz_get_x'),
  call('nothing'),
  `// ${call('local_shop_gone')}`,
  'Ajax.call([{methodname: `local_shop_${verb}`}]);',
  "Ajax.call([{methodname: 'local_shop_g",
])('is silent about %s in a plugin alone', (text) => {
  expect(inScript(rule, text)).toEqual([]);
});

it('is silent about absent plugins in a tree, and about what a build made', () => {
  expect(inScript(rule, call('mod_absent_get_x'), moodle)).toEqual([]);
  expect(inScript(rule, call('core_course_gone'), moodle, 'build/shop.min.js')).toEqual([]);
});

it("knows Moodle's functions in a plugin alone, and slips in their names where it knows all that may be meant", () => {
  const version = (supported: string) => ({
    ...plugin,
    '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = 2022112800;\n${supported}`,
  });
  const all = call('core_user_find') + call('core_files_old') + call('core_user_fnid') + call('core_user_other');
  const found = (tree: typeof plugin) => check(rule, tree, '/code/local_shop/amd/src/shop.js', all, facts);
  expect(found(version('$plugin->supported = [401, 502];'))).toEqual([
    'core_user_fnid: No component declares core_user_fnid. Did you mean core_user_find?',
  ]);
  expect(found(version(''))).toEqual([]);
});
