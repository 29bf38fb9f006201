import { entryFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesCapabilitiesTooLong as rule } from './index.ts';

const entry = (length: number) => `'capabilities' => '${'x'.repeat(length)}'`;

it('finds what does not fit', () => {
  expect(entryFindings(rule, entry(256))[0]).toContain('The column holds 255 characters, this has 256');
  expect(entryFindings(rule, entry(255))).toEqual([]);
  expect(entryFindings(rule, "'capabilities' => $all")).toEqual([]);
});
