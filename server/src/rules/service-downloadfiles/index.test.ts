import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceDownloadfiles as rule } from './index.ts';

const cls = (value: string) => ({
  '/code/local_shop/classes/external/files.php': `<?php\nnamespace local_shop\\external;\nuse core_external\\external_value;\nclass files extends \\core_external\\external_api {\n    public static function execute_parameters() {\n        return new \\core_external\\external_function_parameters([]);\n    }\n    public static function execute() {\n        return [];\n    }\n    public static function execute_returns() {\n        return ${value};\n    }\n}\n`,
});
const text = (fields: string) =>
  `<?php\n$functions = ['local_shop_files' => ['classname' => 'local_shop\\external\\files']];\n$services = ['Shop' => ['functions' => ['local_shop_files']${fields}]];\n`;
const find = (value: string, fields = '') => check(rule, { ...plugin, ...cls(value) }, services, text(fields));

it.each([
  'new \\core_external\\external_files()',
  "new \\core_external\\external_single_structure(['fileurl' => new external_value(PARAM_URL)])",
])('finds %s', (value) => {
  expect(find(value)).toEqual([
    'Shop: local_shop_files returns links to files, which do not open with a token of this service.',
  ]);
  expect(find(value, ", 'downloadfiles' => 0")).toHaveLength(1);
  expect(find(value, ", 'downloadfiles' => 1")).toEqual([]);
});

it('can be allowed', () => {
  const after = fixed(
    rule,
    { ...plugin, ...cls('new \\core_external\\external_files()') },
    services,
    text(''),
    "Insert 'downloadfiles' => 1",
  );
  expect(after).toBe(text(", 'downloadfiles' => 1"));
});

it('is silent about functions without files', () => {
  expect(find('new external_value(PARAM_URL)')).toEqual([]);
});
