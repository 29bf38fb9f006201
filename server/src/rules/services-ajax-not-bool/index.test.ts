import { expect, it } from 'vitest';
import { fixedInPlugin, inPlugin } from '../rules.testkit.ts';
import { servicesAjaxNotBool as rule } from './index.ts';

const entry = (value: string) => `    'local_shop_x' => ['ajax' => ${value}, 'type' => 'read'],`;

it.each([
  ['1', '1: Moodle reads this as true.'],
  ["'true'", 'true: Moodle reads this as true.'],
  ['0', '0: Moodle reads this as false.'],
  ["''", ': Moodle reads this as false.'],
  ["'false'", 'false: PHP takes this text for true: the browser can call the function.'],
])('finds %s', (value, found) => {
  expect(inPlugin(rule, entry(value))).toEqual([found]);
});

it.each(['true', 'false', 'TRUE', 'null', '$CFG->x', 'debugging()'])('is silent about %s', (value) => {
  expect(inPlugin(rule, entry(value))).toEqual([]);
});

it('is fixed', () => {
  expect(fixedInPlugin(rule, entry("'1'"))).toBe(entry('true'));
  expect(fixedInPlugin(rule, entry("'false'"), 'Change to false')).toBe(entry('false'));
});
