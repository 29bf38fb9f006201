import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeCache } from './nodeCache.ts';

let folder: string;
let told: string[];
const open = (at = folder) => nodeCache(at, '1', (line) => told.push(line));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'moodle-ws-cache-'));
  told = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('keeps one text for each root', () => {
  const below = join(folder, 'new', 'folder');
  open(below).write('/moodle', 'a');
  open(below).write('/plugin', 'b');
  open(below).write('/moodle', 'c');
  expect([open(below).read('/moodle'), open(below).read('/plugin'), open(below).read('/other')]).toEqual([
    'c',
    'b',
    undefined,
  ]);
});

it('leaves nothing beside when two windows write', () => {
  for (const text of ['a', 'b']) open().write('/moodle', text);
  expect(readdirSync(folder)).toHaveLength(1);
});

it('removes what was used longest ago, and what a crash left beside, but no file of others', () => {
  writeFileSync(join(folder, 'abc.index.99'), 'half');
  writeFileSync(join(folder, 'notes.txt'), '');
  for (const name of ['abc.index.99', 'notes.txt']) utimesSync(join(folder, name), 1, 1);
  for (let i = 0; i < 14; i += 1) open().write(`/moodle${i}`, 'a');
  const left = readdirSync(folder);
  expect(left).toContain('notes.txt');
  expect(left).not.toContain('abc.index.99');
  expect(left).toHaveLength(13);
});

it('says where it cannot keep anything, and works on', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  open(file).write('/moodle', 'a');
  expect(open(file).read('/moodle')).toBeUndefined();
  expect(told).toEqual([`The index is not kept in ${file}: EEXIST`]);
});
