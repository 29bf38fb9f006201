import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { classCaseMismatch as rule } from './index.ts';

const lib = '/code/local_shop/externallib.php';
const more = { [lib]: '<?php\nclass local_shop_External extends external_api {}\n' };
const entry = (name: string) => `    'local_shop_x' => ['classname' => '${name}'],`;

it('finds another case, and corrects it', () => {
  expect(inPlugin(rule, entry('local_shop_external'), more)).toEqual([
    'local_shop_external: The class is called local_shop_External: where file names are case-sensitive Moodle may not find it.',
  ]);
  expect(fixedInPlugin(rule, entry('local_shop_external'), undefined, more)).toBe(entry('local_shop_External'));
});

it.each(['local_shop_External', '\\\\local_shop_External', 'local_shop_nothing', 'local_shop\\external\\pay'])(
  'is silent about %s',
  (name) => {
    expect(inPlugin(rule, entry(name), more)).toEqual([]);
  },
);
