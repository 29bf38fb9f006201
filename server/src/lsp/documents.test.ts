import { expect, it } from 'vitest';
import { MemoryFiles } from '../workspace/memoryFiles.testkit.ts';
import { canonicalPath, Documents } from './documents.ts';

const opened = (uri: string) => ({ textDocument: { uri, languageId: 'php', version: 1, text: 'a\r\nb' } });

it('is one document under every spelling of its URI', () => {
  const documents = new Documents(new MemoryFiles({}));
  documents.open(opened('file:///c%3A/moodle/db/services.php'));
  for (const uri of [
    'file:///C:/moodle/db/services.php',
    'file:///c:/moodle/db/services.php',
    'file:///C%3A/moodle/./db/services.php',
  ])
    expect(documents.get(uri)?.uri).toBe('file:///c%3A/moodle/db/services.php');
  expect(documents.get('file:///D:/moodle/db/services.php')).toBeUndefined();
});

it('knows the file behind a link, and keeps the name that the editor has', () => {
  const files = new MemoryFiles({ '/src/shop/lib.php': '' });
  files.links.set('/moodle/local/shop', '/src/shop');
  const documents = new Documents(files);
  const { path, editorPath, uri } = documents.open(opened('file:///moodle/local/shop/lib.php'));
  expect({ path, editorPath, uri }).toEqual({
    path: '/src/shop/lib.php',
    editorPath: '/moodle/local/shop/lib.php',
    uri: 'file:///moodle/local/shop/lib.php',
  });
  expect(documents.byPath('/src/shop/lib.php')?.uri).toBe(uri);
});

it('finds the place of a file that is not there yet', () => {
  const files = new MemoryFiles({ '/src/shop/lib.php': '' });
  files.links.set('/moodle/local/shop', '/src/shop');
  expect(canonicalPath(files, 'file:///moodle/local/shop/new/deep.php')).toBe('/src/shop/new/deep.php');
  expect(canonicalPath(files, 'file:///nowhere/x.php')).toBe('/nowhere/x.php');
  expect(canonicalPath(files, 'untitled:Untitled-1')).toBe('untitled:Untitled-1');
});

it('follows edits', () => {
  const documents = new Documents(new MemoryFiles({}));
  const uri = 'untitled:Untitled-1';
  const document = documents.open(opened(uri));
  const range = { start: { line: 1, character: 0 }, end: { line: 9, character: 9 } };
  documents.change({
    textDocument: { uri, version: 2 },
    contentChanges: [
      { range, text: '🎓' },
      { range: { start: range.start, end: range.start }, text: 'x' },
    ],
  });
  expect(document.text.getText()).toBe('a\r\nx🎓');
  expect(document.text.version).toBe(2);
  expect(documents.close({ textDocument: { uri } })).toBe(document);
  expect(documents.change({ textDocument: { uri, version: 3 }, contentChanges: [] })).toBeUndefined();
  expect(documents.all).toEqual([]);
});
