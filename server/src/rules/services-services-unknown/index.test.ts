import { inPlugin, inMoodle } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesServicesUnknown as rule } from './index.ts';

const shop = (list: string) =>
  `    'local_shop_x' => ['services' => ${list}],\n];\n$services = [\n    'Shop' => ['shortname' => 'shop_service', 'functions' => []],`;

it('finds a slip', () => {
  expect(inPlugin(rule, shop("['shop_servise', 'moodle_mobile_ap']"))).toEqual([
    'shop_servise: No service has this shortname: the function joins none. Did you mean shop_service?',
    'moodle_mobile_ap: No service has this shortname: the function joins none. Did you mean moodle_mobile_app?',
  ]);
});

it('finds any in a tree', () => {
  expect(inMoodle(rule, "    'core_x' => ['services' => ['nobodys']],")).toHaveLength(1);
});

it.each([
  "['shop_service', 'local_mobile']",
  'array(MOODLE_OFFICIAL_MOBILE_SERVICE)',
  "['of_another_plugin']",
  "['a' . 'b']",
])('is silent about %s', (list) => {
  expect(inPlugin(rule, shop(list))).toEqual([]);
});
