import { expect, it } from 'vitest';
import { MemoryFiles } from '../../../server/src/workspace/memoryFiles.testkit.ts';
import { baseFiles } from './baseFiles.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { without } from './findings.ts';
import type { ReportedFinding } from './findings.ts';

const finding = (line: number, code = 'x'): ReportedFinding => ({
  rule: 'a',
  severity: 'error',
  message: 'm',
  file: 'f.php',
  line,
  column: 1,
  endLine: line,
  endColumn: 2,
  code,
  related: [],
  fix: undefined,
});

it('what is known is left out once for each time it is known, wherever its line is now', () => {
  expect(without([finding(1), finding(2), finding(3, 'y')], [finding(9)])).toEqual([finding(2), finding(3, 'y')]);
  expect(without([finding(1)], [])).toEqual([finding(1)]);
});

it('a baseline has what it was made of, in an order of its own', () => {
  const known = readBaseline(writeBaseline([finding(2, 'z'), finding(1)]));
  expect(known?.map(({ code }) => code)).toEqual(['x', 'z']);
  expect(without([finding(7), finding(8, 'z')], known!)).toEqual([]);
  for (const text of ['', '{}', '[]', '{"findings": [{"file": 1}]}', 'nonsense'])
    expect(readBaseline(text)).toBeUndefined();
});

it('files of a base are those of now but for what changed', () => {
  const files = new MemoryFiles({ '/p/a.php': 'new a', '/p/same.php': 'same', '/p/new.php': 'n' });
  const base = baseFiles(
    files,
    new Map([
      ['/p/a.php', 'old a'],
      ['/p/new.php', undefined],
      ['/p/gone/b.php', 'b'],
    ]),
  );
  expect(['/p/a.php', '/p/same.php', '/p/new.php', '/p/gone/b.php'].map((path) => base.read(path))).toEqual([
    'old a',
    'same',
    undefined,
    'b',
  ]);
  expect(['/p/a.php', '/p/new.php', '/p/gone/b.php'].map((path) => base.isFile(path))).toEqual([true, false, true]);
  expect(base.list('/p')?.map(({ name, isDirectory }) => [name, isDirectory])).toEqual([
    ['a.php', false],
    ['gone', true],
    ['same.php', false],
  ]);
  expect(base.list('/p/gone')?.map(({ name }) => name)).toEqual(['b.php']);
  expect(base.realPath('/p/gone')).toBe('/p/gone');
});
