import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { classOrphan as rule } from './index.ts';

const path = '/code/local_shop/classes/external/thing.php';
const text = (header = 'class thing extends \\core_external\\external_api') =>
  `<?php\nnamespace local_shop\\external;\n${header} {\n    public static function execute_parameters() {}\n    public static function execute() {}\n    public static function execute_returns() {}\n}\n`;
const message = 'execute: No db/services.php declares a function with this method: nobody can call it.';

it('finds a class that no entry names', () => {
  expect(check(rule, plugin, path, text())).toEqual([message]);
});

it.each([
  ['abstract', 'abstract class thing extends \\core_external\\external_api'],
  ['no external one', 'class thing'],
])('is silent about a class that is %s', (_, header) => {
  expect(check(rule, plugin, path, text(header))).toEqual([]);
});

it('is silent about what is declared, directly or by a class that inherits it', () => {
  expect(check(rule, plugin, payPath)).toEqual([]);
  const child = '<?php\nnamespace local_shop\\external;\nclass get_orders extends thing {}\n';
  expect(check(rule, { ...plugin, '/code/local_shop/classes/external/get_orders.php': child }, path, text())).toEqual(
    [],
  );
});

it('adds the entry', () => {
  const declared = plugin[services] ?? '';
  expect(fixed(rule, plugin, path, text(), 'Add local_shop_thing to db/services.php', services)).toBe(
    declared.replace(
      '    ],\n];\n$services',
      `    ],
    'local_shop_thing' => [
        'classname' => 'local_shop\\external\\thing',
        'methodname' => 'execute',
        'description' => 'thing.',
        'type' => 'write',
        'ajax' => true,
    ],
];
$services`,
    ),
  );
});
