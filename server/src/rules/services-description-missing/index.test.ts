import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesDescriptionMissing as rule } from './index.ts';

const more = {
  '/code/local_shop/classes/external/thing.php':
    '<?php\nnamespace local_shop\\external;\n/**\n * Pays it.\n *\n * @package x\n */\nclass thing extends \\core_external\\external_api {\n    public static function execute() {}\n}\n',
};
const entry = (fields: string) => `    'local_shop_x' => ['classname' => 'local_shop\\external\\thing'${fields}],`;
const message = 'The description is missing: administrators and developers of clients see it.';

it.each([
  ['', `local_shop_x: ${message}`],
  [", 'description' => ''", `: ${message}`],
])('finds none: %s', (fields, found) => {
  expect(inPlugin(rule, entry(fields), more)).toEqual([found]);
});

it('takes that of the class', () => {
  const after = entry(", 'description' => 'Pays it.'");
  expect(fixedInPlugin(rule, entry(''), "Insert 'description' => 'Pays it.'", more)).toBe(after);
  expect(fixedInPlugin(rule, entry(", 'description' => ''"), "Change to 'Pays it.'", more)).toBe(after);
});

it.each([", 'description' => 'Pays.'", ", 'description' => get_string('x')", ', ...$common'])(
  'is silent about %s',
  (fields) => {
    expect(inPlugin(rule, entry(fields), more)).toEqual([]);
  },
);
