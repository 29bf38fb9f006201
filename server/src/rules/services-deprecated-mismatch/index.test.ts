import { inPlugin, fixedInPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesDeprecatedMismatch as rule } from './index.ts';

const cls = (value: string) => ({
  '/code/local_shop/classes/external/thing.php': `<?php\nnamespace local_shop\\external;\nclass thing extends \\core_external\\external_api {\n    public static function execute_parameters() {}\n    public static function execute() {}\n    public static function execute_returns() {}\n    public static function execute_is_deprecated() {\n        return ${value};\n    }\n}\n`,
});
const entry = (description: string) =>
  `    'local_shop_x' => ['classname' => 'local_shop\\external\\thing', 'description' => '${description}'],`;

it('finds a description that does not say it', () => {
  expect(inPlugin(rule, entry('Pays.'), cls('true'))).toEqual([
    'Pays.: The function is deprecated, and its description does not say so.',
  ]);
  const after = entry('** DEPRECATED ** Pays.');
  expect(fixedInPlugin(rule, entry('Pays.'), "Change to '** DEPRECATED ** Pays.'", cls('true'))).toBe(after);
});

it.each([
  ['Pays. Deprecated since 4.1.', 'true'],
  ['Pays.', 'false'],
])('is silent about "%s" with %s', (description, value) => {
  expect(inPlugin(rule, entry(description), cls(value))).toEqual([]);
});
