import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { arrayAt } from '../edits/arrayEdits.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Island, Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Component } from '../workspace/codebase.ts';
import { perObject } from './remembered.ts';

/** What a plugin's version.php says: `$plugin->key = value;` by key, the last where one is written twice. */
export interface VersionFile {
  readonly file: SourceFile;
  readonly values: ReadonlyMap<string, Island>;
}

export function versionFileOf(snapshot: IndexSnapshot, { directory }: Component): VersionFile | undefined {
  const file = snapshot.file(`${directory}/version.php`);
  return file && read(file);
}

const read = perObject((file: SourceFile): VersionFile => {
  const c = new Cursor(file.islands.tokens);
  const values = new Map<string, Island>();
  for (const { first, last } of file.statements) {
    const [arrow, key] = [c.next(first + 1), c.next(c.next(first + 1) + 1)];
    const equals = c.next(key + 1);
    if (!/^\$(plugin|module)$/.test(c.text(first)) || c.kind(arrow) !== T.Arrow || c.kind(equals) !== char('='))
      continue;
    const end = c.kind(last - 1) === char(';') ? last - 1 : last;
    values.set(c.text(key), c.island(c.next(equals + 1), c.previous(end - 1) + 1));
  }
  return { file, values };
});

/** A number of version.php: `2024042200`, `2024042200.01`. */
export function numberIn({ file, values }: VersionFile, key: string): number | undefined {
  const span = values.get(key);
  const text = span && file.text.slice(span.start, span.end);
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** The numbers of a list: `[404, 500]`. */
export function numbersIn({ file, values }: VersionFile, key: string): number[] {
  const literal = listOf(file, values.get(key));
  return (literal?.items ?? []).map(({ value }) => Number(file.text.slice(value.start, value.end)));
}

/** The keys of a map: the components of `$plugin->dependencies`. */
export function keysIn({ file, values }: VersionFile, key: string): string[] {
  return (listOf(file, values.get(key))?.items ?? []).flatMap((item) => item.key ?? []);
}

const listOf = (file: SourceFile, span: Span | undefined) => span && arrayAt(file, span);
