import { expect, it } from 'vitest';
import { moodle } from '../../features/shared/index.testkit.ts';
import { inScript } from '../rules.testkit.ts';
import { jsMethodUnknown as rule } from './index.ts';

const call = (name: string) => `Ajax.call([{methodname: '${name}', args: {}}]);`;

it('finds functions that no component declares, with the nearest one', () => {
  expect(inScript(rule, call('local_shop_get_order'))).toEqual([
    'local_shop_get_order: No component declares this function. Did you mean local_shop_get_orders?',
  ]);
  expect(inScript(rule, call('core_course_gone'), moodle)).toEqual([
    'core_course_gone: No component declares this function.',
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
