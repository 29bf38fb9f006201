import { entryFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesClassnameTooLong as rule } from './index.ts';

const entry = (key: string, length: number) => `'${key}' => '${'x'.repeat(length)}'`;

it.each([
  ['classname', 100],
  ['methodname', 100],
  ['classpath', 255],
])('finds a %s beyond %i characters', (key, limit) => {
  expect(entryFindings(rule, entry(key, limit + 1))).toEqual([
    `${'x'.repeat(limit + 1)}: The column holds ${limit} characters, this has ${limit + 1}: the upgrade of the plugin fails.`,
  ]);
  expect(entryFindings(rule, entry(key, limit))).toEqual([]);
});
