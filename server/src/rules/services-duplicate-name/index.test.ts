import { moodle } from '../../features/shared/index.testkit.ts';
import { check, fixedInPlugin, inPlugin } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesDuplicateName as rule } from './index.ts';

const entry = (name: string) => `    '${name}' => ['type' => 'read'],`;

it('finds a name twice in a file', () => {
  const text = `${entry('local_shop_a')}\n${entry('local_shop_b')}\n${entry('local_shop_a')}`;
  expect(inPlugin(rule, text)).toEqual([
    'local_shop_a: The file has this function twice: only the last of them counts.',
  ]);
});

it('finds a name of another component', () => {
  const path = '/moodle/local/shop/db/services.php';
  const text = `<?php\n$functions = [\n${entry('core_course_get_contents')}\n];\n`;
  expect(check(rule, moodle, path, text)).toEqual([
    'core_course_get_contents: core has a function of this name as well: the upgrade of one of them fails.',
  ]);
});

it('is silent about different names, and about a service that has one of them', () => {
  expect(
    inPlugin(rule, `${entry('local_shop_a')}\n${entry('local_shop_A')}\n];\n$services = ['local_shop_a' => [],`),
  ).toEqual([]);
});

it('removes the one that does not count', () => {
  const other = "    'local_shop_a' => ['type' => 'write'],";
  expect(
    fixedInPlugin(rule, `${entry('local_shop_a')}\n${entry('local_shop_b')}\n${other}`, 'Remove the first one'),
  ).toBe(`${entry('local_shop_b')}\n${other}`);
});
