import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { testOldBase as rule } from './index.ts';

const path = '/code/local_shop/tests/external/pay_test.php';
const text = (base: string) => `<?php\nnamespace local_shop\\external;\nfinal class pay_test extends ${base} {\n}\n`;
const tree = (requires: number) => ({
  ...plugin,
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};`,
});

it('finds the old base, and changes it', () => {
  expect(check(rule, tree(2025100600), path, text('\\externallib_advanced_testcase'))).toEqual([
    '\\externallib_advanced_testcase: The base of such tests is core_external\\tests\\externallib_testcase, which autoloads.',
  ]);
  const title = 'Change to \\core_external\\tests\\externallib_testcase';
  expect(fixed(rule, tree(2025100600), path, text('\\externallib_advanced_testcase'), title)).toBe(
    text('\\core_external\\tests\\externallib_testcase'),
  );
});

it.each([
  ['for older versions', tree(2024042200), '\\externallib_advanced_testcase'],
  ['with another base', tree(2025100600), '\\advanced_testcase'],
])('is silent %s', (_, files, base) => {
  expect(check(rule, files, path, text(base))).toEqual([]);
});
