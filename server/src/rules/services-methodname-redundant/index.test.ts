import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesMethodnameRedundant as rule } from './index.ts';

const more = (requires: number) => ({
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};`,
});
const entry = (method: string) =>
  `    'local_shop_x' => [\n        'classname' => 'x',${method}\n        'type' => 'read',\n    ],`;
const execute = "\n        'methodname' => 'execute',";

it('finds the default', () => {
  expect(inPlugin(rule, entry(execute), more(2022112800))).toEqual([
    "'methodname' => 'execute': execute is what Moodle takes without this.",
  ]);
  expect(fixedInPlugin(rule, entry(execute), undefined, more(2022112800))).toBe(entry(''));
});

it('is silent about another method, and for versions that need it', () => {
  expect(inPlugin(rule, entry(execute.replace('execute', 'run')), more(2022112800))).toEqual([]);
  expect(inPlugin(rule, entry(execute), more(2020061500))).toEqual([]);
  expect(inPlugin(rule, entry(execute))).toEqual([]);
});
