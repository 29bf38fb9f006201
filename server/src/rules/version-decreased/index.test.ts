import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { versionDecreased as rule } from './index.ts';

const path = '/code/local_shop/version.php';
const version = (value: string) => `<?php\n$plugin->component = 'local_shop';\n$plugin->version = ${value};\n`;
const find = (now: string, old?: string) =>
  findingsIn(
    rule,
    plugin,
    path,
    version(now),
    undefined,
    old === undefined ? undefined : { ...plugin, [path]: version(old) },
  ).map(({ message }) => message);

it('finds a lower version', () => {
  expect(find('2024010100', '2024010200')).toEqual(['The version was 2024010200: Moodle refuses to go back.']);
});

it('is silent about the same, a higher one, and without a base', () => {
  expect([...find('2024010100', '2024010100'), ...find('2024010200', '2024010100'), ...find('2024010100')]).toEqual([]);
});
