import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceUploadfiles as rule } from './index.ts';

const cls = (keys: string) => ({
  '/code/local_shop/classes/external/files.php': `<?php\nnamespace local_shop\\external;\nuse core_external\\external_value;\nclass files extends \\core_external\\external_api {\n    public static function execute_parameters() {\n        return new \\core_external\\external_function_parameters([${keys}]);\n    }\n    public static function execute() {\n        return [];\n    }\n    public static function execute_returns() {\n        return null;\n    }\n}\n`,
});
const text = (fields: string) =>
  `<?php\n$functions = ['local_shop_files' => ['classname' => 'local_shop\\external\\files']];\n$services = ['Shop' => ['functions' => ['local_shop_files']${fields}]];\n`;
const find = (keys: string, fields = '') => check(rule, { ...plugin, ...cls(keys) }, services, text(fields));

it.each([
  "'draftitemid' => new external_value(PARAM_INT)",
  "'itemid' => new external_value(PARAM_INT, 'The draft area')",
])('finds %s', (keys) => {
  expect(find(keys)).toEqual([
    'Shop: local_shop_files takes uploaded files, and clients of this service cannot upload any.',
  ]);
  expect(find(keys, ", 'uploadfiles' => 1")).toEqual([]);
});

it('can be allowed', () => {
  const tree = { ...plugin, ...cls("'draftitemid' => new external_value(PARAM_INT)") };
  expect(fixed(rule, tree, services, text(", 'uploadfiles' => 0"), 'Change to 1')).toBe(text(", 'uploadfiles' => 1"));
});

it('is silent about other item ids', () => {
  expect(find("'itemid' => new external_value(PARAM_INT, 'What is rated')")).toEqual([]);
});
