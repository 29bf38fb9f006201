import { expect, it } from 'vitest';
import { moodle, plugin } from '../../features/shared/index.testkit.ts';
import { check, inPlugin, services } from '../rules.testkit.ts';
import { servicesSyntax as rule } from './index.ts';

const good = "    'local_shop_b' => [\n        'classname' => 'b',\n    ],";
const why = 'Moodle includes this file at upgrade and at every call.';

it('finds the entry that does not parse, and no other', () => {
  const broken = "    'local_shop_a' => [\n        'classname' => ,\n    ],";
  expect(inPlugin(rule, `${broken}\n${good}`)).toEqual([`'local_shop_a': PHP cannot parse this. ${why}`]);
  expect(inPlugin(rule, `${good}\n    [ 'x' => => 1 ],`)).toEqual([`[: PHP cannot parse this. ${why}`]);
});

it('finds a comma that is missing between entries', () => {
  expect(inPlugin(rule, `    'local_shop_a' => [\n        'classname' => 'a',\n    ]\n${good}`)).toEqual([
    `'local_shop_a': A comma is missing behind this entry. ${why}`,
  ]);
});

it('finds arrays that nothing closes, and statements that do not parse', () => {
  expect(check(rule, plugin, services, `<?php\n$functions = [\n${good}\n`)).toEqual([
    `$functions: Nothing closes this array. ${why}`,
  ]);
  expect(check(rule, plugin, services, `<?php\ndefined('X') || ;\n$functions = [\n${good}\n];\n`)).toEqual([
    `defined: PHP cannot parse this. ${why}`,
  ]);
});

it.each([
  ['the plugin', plugin[services] ?? ''],
  ['the old array syntax', (moodle['/moodle/lib/db/services.php'] ?? '').replaceAll('\n', '\r\n')],
  ['one line', "<?php $functions = ['a' => ['classname' => 'x']]; $services = [];"],
  ['a closing tag', `<?php\n$functions = [\n${good}\n]\n?>\n`],
  [
    'loops and conditions',
    '<?php\n$functions = [];\nforeach ([1] as $n) {\n    $functions["a$n"] = [];\n}\nif (1) { $a = 2; }\n',
  ],
  ['sums', `<?php\n$functions = [\n${good}\n] + ['c' => []];\n`],
  ['no entries', '<?php\n$functions = [\n    // None yet.\n];\n'],
  ['an unknown value', "<?php\n$functions = ['a' => ['classname' => get_config('a', 'b')]];\n"],
  ['nothing', ''],
])('is silent about %s', (_, text) => {
  expect(check(rule, plugin, services, text)).toEqual([]);
});
