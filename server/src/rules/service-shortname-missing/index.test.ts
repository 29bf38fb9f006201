import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { findingsIn, services, serviceFindings, serviceFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceShortnameMissing as rule } from './index.ts';

it.each([
  [
    "'functions' => []",
    ['Shop: shortname is missing: clients ask for tokens by it, and other plugins add functions by it.'],
  ],
])('finds %s', (code, found) => {
  expect(serviceFindings(rule, code)).toEqual(found);
});

it.each([
  "'functions' => [], 'shortname' => 'x'",
  "'functions' => [], 'shortname' => ''",
  "'functions' => [], ...$common",
])('is silent about %s', (code) => {
  expect(serviceFindings(rule, code)).toEqual([]);
});

it.each([["'functions' => [], 'enabled' => 1", "'functions' => [], 'shortname' => 'local_shop', 'enabled' => 1"]])(
  'makes of %s',
  (before, after) => {
    expect(serviceFixed(rule, before)).toBe(after);
  },
);

const severity = (fields: string, more: Tree = {}) => {
  const text = `<?php\n$services = ['Shop' => [${fields}]];\n`;
  return findingsIn(rule, { ...plugin, ...more }, services, text)[0]?.severity;
};

it('is a warning where it is sure to be asked for', () => {
  expect(severity("'functions' => []")).toBeUndefined();
  expect(severity("'functions' => [], 'restrictedusers' => 1")).toBe('warning');
  const readme = { '/code/local_shop/README.md': 'GET /login/token.php?service=shop' };
  expect(severity("'functions' => []", readme)).toBe('warning');
});
