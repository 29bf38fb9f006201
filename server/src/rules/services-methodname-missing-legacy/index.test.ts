import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesMethodnameMissingLegacy as rule } from './index.ts';

const version = (requires: string) => ({
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n${requires}`,
});
const old = version('$plugin->requires = 2017111300;');
const entry = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'type' => 'read'],";

it('finds what Moodle 3.4 needs', () => {
  expect(inPlugin(rule, entry, old)).toEqual([
    'local_shop_x: Moodle 3.4 has no default method name: the upgrade of the plugin fails there.',
  ]);
  expect(fixedInPlugin(rule, entry, undefined, old)).toBe(entry.replace("'type'", "'methodname' => 'execute', 'type'"));
});

it.each([
  ['which is written', entry.replace("'type'", "'methodname' => 'x', 'type'"), old],
  ['where newer versions are required', entry, version('$plugin->requires = 2021051700;')],
  ['where nothing is said', entry, {}],
  ['that code may add', "    'local_shop_x' => [...$common],", old],
])('is silent about a method name %s', (_, text, more) => {
  expect(inPlugin(rule, text, more)).toEqual([]);
});
