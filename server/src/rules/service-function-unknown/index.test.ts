import { expect, it } from 'vitest';
import { moodle, plugin } from '../../features/shared/index.testkit.ts';
import { inService, services } from '../rules.testkit.ts';
import { serviceFunctionUnknown as rule } from './index.ts';

const alone = (functions: string) => inService(rule, plugin, services, `'functions' => ${functions}`);
const inTree = (functions: string) =>
  inService(rule, moodle, '/moodle/local/shop/db/services.php', `'functions' => ${functions}`);

it('finds functions that nothing declares, with the nearest one', () => {
  expect(alone("['local_shop_pay', 'local_shop_pya', 'local_shop_nothing']")).toEqual([
    'local_shop_pya: Nothing declares local_shop_pya. Did you mean local_shop_pay?',
    'local_shop_nothing: Nothing declares local_shop_nothing.',
  ]);
  expect(inTree("array('core_course_get_content')")).toEqual([
    'core_course_get_content: Nothing declares core_course_get_content. Did you mean core_course_get_contents?',
  ]);
});

it('finds a slip in the name of the component', () => {
  expect(alone("['locl_shop_pay']")).toHaveLength(1);
});

it.each(["['core_course_get_contents']", "['mod_quiz_get_x']", 'array_keys($functions)', "['local_shop_get_orders']"])(
  'is silent about %s in a plugin alone',
  (functions) => {
    expect(alone(functions)).toEqual([]);
  },
);

it('is silent about plugins that are not in the tree', () => {
  expect(inTree("['mod_absent_get_x', 'core_course_get_contents']")).toEqual([]);
});
