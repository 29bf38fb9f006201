import { eolOf, quoted } from '../edits/style.ts';
import type { TextEdit } from '../edits/textEdit.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { Component } from '../workspace/codebase.ts';
import { perObject } from './remembered.ts';

/** The English texts of a plugin: the file that Moodle reads. Modules leave out `mod_`. */
export function languageFile(snapshot: IndexSnapshot, { name, directory }: Component): SourceFile | undefined {
  return snapshot.file(`${directory}/lang/en/${name.replace(/^mod_/, '')}.php`);
}

export const stringsIn = perObject(({ text }: SourceFile): ReadonlySet<string> => {
  const matches = text.matchAll(/^\s*\$string\[(['"])(.+?)\1\]\s*=/gm);
  return new Set([...matches].map((match) => match[2] ?? ''));
});

/**
 * Adds a text where its key is in the order that moodle-cs wants (by bytes), before those that are deprecated; `value` is
 * as people read it.
 */
export function addString({ path, text }: SourceFile, key: string, value: string): TextEdit {
  const eol = eolOf(text);
  const line = `$string['${key}'] = ${quoted(value)};`;
  const current = text.replace(/^\/\/ Deprecated since [^]*/m, '');
  const next = [...current.matchAll(/^\$string\[(['"])(.+?)\1\]/gm)].find((one) => (one[2] ?? '') > key);
  if (next) return { path, start: next.index, end: next.index, text: line + eol };
  const end = current.replace(/(\s*\?>)?\s*$/, '').length;
  return { path, start: end, end, text: eol + line };
}
