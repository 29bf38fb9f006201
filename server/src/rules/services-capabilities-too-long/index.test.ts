import { entryFindings, entryFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesCapabilitiesTooLong as rule } from './index.ts';

const entry = (length: number) => `'capabilities' => '${'x'.repeat(length)}'`;

it('finds what does not fit', () => {
  expect(entryFindings(rule, entry(256))[0]).toContain('The column holds 255 characters, this has 256');
  expect(entryFindings(rule, entry(255))).toEqual([]);
  expect(entryFindings(rule, "'capabilities' => $all")).toEqual([]);
});

it('leaves out what does not fit', () => {
  const names = Array.from({ length: 14 }, (_, at) => `local/shop:capability${at}`);
  const list = (count: number) => `'capabilities' => '${names.slice(0, count).join(', ')}'`;
  expect(entryFixed(rule, list(14), `Change to '${names.slice(0, 10).join(', ')}'`)).toBe(list(10));
});
