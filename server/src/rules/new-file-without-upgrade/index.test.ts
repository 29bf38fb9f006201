import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { newFileWithoutUpgrade as rule } from './index.ts';

const path = '/code/local_shop/version.php';
const text = "<?php\n$plugin->component = 'local_shop';\n$plugin->version = 2024010100;\n";
const without = Object.fromEntries(Object.entries(plugin).filter(([one]) => one !== services));

it('finds that the file is gone', () => {
  expect(findingsIn(rule, without, path, text, undefined, plugin).map(({ message }) => message)).toEqual([
    'db/services.php is gone: the upgrade deletes its 2 functions, its services and their tokens.',
  ]);
});

it('is silent where it is there, never was, or nothing is known', () => {
  expect(findingsIn(rule, plugin, path, text, undefined, plugin)).toEqual([]);
  expect(findingsIn(rule, without, path, text, undefined, without)).toEqual([]);
  expect(findingsIn(rule, without, path, text)).toEqual([]);
});
