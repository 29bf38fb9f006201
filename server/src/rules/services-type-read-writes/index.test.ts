import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesTypeReadWrites as rule } from './index.ts';

const cls = (body: string, more = '') => ({
  '/code/local_shop/classes/external/thing.php': `<?php\nnamespace local_shop\\external;\nclass thing extends \\core_external\\external_api {\n    public static function execute() {\n        global $DB;\n        ${body}\n    }\n${more}}\n`,
});
const entry = (type = 'read') =>
  `    'local_shop_x' => ['classname' => 'local_shop\\external\\thing', 'type' => '${type}'],`;

it('finds a write in the method', () => {
  const more = cls("$DB->set_field('shop', 'seen', 1);");
  expect(inPlugin(rule, entry(), more)).toEqual(['read: The function writes to the database, in execute().']);
  expect(fixedInPlugin(rule, entry(), "Change to 'write'", more)).toBe(entry('write'));
});

it('finds a write in a helper', () => {
  const helper =
    "    private static function save() {\n        global $DB;\n        $DB->insert_record('shop', []);\n    }\n";
  expect(inPlugin(rule, entry(), cls('self::save();', helper))).toEqual([
    'read: The function writes to the database, in save().',
  ]);
});

it.each([
  ['that reads', entry(), cls("return $DB->get_records('shop');")],
  ['that says so', entry('write'), cls("$DB->delete_records('shop');")],
  ['whose comment writes', entry(), cls("// $DB->delete_records('shop');")],
])('is silent about a function %s', (_, text, more) => {
  expect(inPlugin(rule, text, more)).toEqual([]);
});
