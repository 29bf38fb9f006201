import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { versionFormat as rule } from './index.ts';

const find = (value: string) =>
  check(
    rule,
    plugin,
    '/code/local_shop/version.php',
    `<?php\n$plugin->component = 'local_shop';\n$plugin->version = ${value};\n`,
  );

it.each(['1', '20240101', '2024130100', '20240101000', "'2024010100'", '2024010'])('finds %s', (value) => {
  expect(find(value)).toEqual([`${value}: A version is a date and two digits, YYYYMMDDXX, as a number.`]);
});

it.each(['2024010100', '2024010100.01', '$release'])('is silent about %s', (value) => {
  expect(find(value)).toEqual([]);
});
