import { eolOf } from '../edits/style.ts';
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

/** Adds a text at the end of the file. */
export function addString({ path, text }: SourceFile, key: string, value: string): TextEdit {
  const end = text.replace(/(\s*\?>)?\s*$/, '').length;
  return { path, start: end, end, text: `${eolOf(text)}$string['${key}'] = '${value.replaceAll("'", "\\'")}';` };
}
