import { expect, it } from 'vitest';
import { inPlugin } from '../rules.testkit.ts';
import { servicesTypeInvalid as rule } from './index.ts';

const entry = (type: string) =>
  `    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'type' => ${type}],`;

it('finds other types than read and write', () => {
  const sentence = 'The type of a function is read or write.';
  expect(inPlugin(rule, entry("'reed'"))).toEqual([`reed: ${sentence} Did you mean read?`]);
  expect(inPlugin(rule, entry("'update'"))).toEqual([`update: ${sentence}`]);
  expect(inPlugin(rule, entry("''"))).toEqual([`: ${sentence}`]);
});

it.each(["'read'", "'write'", '"write"', 'SOME_TYPE', 'get_config("a", "b")'])('is silent about %s', (type) => {
  expect(inPlugin(rule, entry(type))).toEqual([]);
});
