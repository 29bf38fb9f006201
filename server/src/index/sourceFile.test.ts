import { expect, it } from 'vitest';
import { SourceFile } from './sourceFile.ts';

const long = `\n${'// Nothing of interest is said here, at length.\n'.repeat(4000)}`;

/** The constant X of a file, as text, and whether only the file's beginning was read for it. */
function constant(head: string, tail = '') {
  const file = new SourceFile('/lib.php', `<?php\n${head}${long}${tail}`);
  const found = file.constant('X');
  const text = found && file.text.slice(found.island.start, found.island.end);
  return { text, isEarly: found !== undefined && found.file !== file, digest: file.digest('constant:X') };
}

it('a constant at the beginning of a long file is read from there', () => {
  expect(constant("define('X', 'value');")).toMatchObject({ text: "'value'", isEarly: true });
  expect(constant('const X = 1;')).toMatchObject({ text: '1' });
});

it.each([
  ['it is defined twice', "define('X', 1);", "define('X', 2);", '2'],
  ['it is no literal', "define('X', Y);", '', 'Y'],
  ['it is far behind', '', "define('X', 1);", '1'],
  ['a comment goes on beyond the beginning', "/* define('X', 1);", "*/ define('Y', 1);", undefined],
  ['a text goes on beyond the beginning', '$a = \'\n define("X", 1);', "';", undefined],
])('the whole file counts where %s', (_, head, tail, text) => {
  expect(constant(head, tail)).toMatchObject({ text, isEarly: false });
});

it('what depends on it is told by the same digest', () => {
  const [early, late] = [constant("define('X', 1);"), constant('', "define('X', 1);")];
  expect([early.isEarly, late.isEarly]).toEqual([true, false]);
  expect(early.digest).toBe(late.digest);
});
