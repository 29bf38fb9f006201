/** Edits of classes that keep their style. */
import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor } from '../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { codeLike, eolOf, indentAt, indentUnit } from './style.ts';
import type { TextEdit } from './textEdit.ts';

/** Adds a method behind another member, at the end of the class without one. `code` is written with four spaces and `\n`. */
export function insertMethod(file: SourceFile, cls: ClassIsland, code: string, after?: MemberIsland): TextEdit {
  const { text, path } = file;
  const eol = eolOf(text);
  const anchor = after ?? cls.members.at(-1);
  if (anchor) {
    const indented = codeLike(file, code, indentAt(text, anchor.start));
    return { path, start: anchor.end, end: anchor.end, text: eol + eol + indentAt(text, anchor.start) + indented };
  }
  const indent = indentAt(text, cls.start) + indentUnit(text);
  const c = new Cursor(file.islands.tokens);
  const brace = c.end(cls.body.first);
  const isEmpty = text.slice(brace, c.start(cls.body.last - 1)).trim() === '';
  const end = isEmpty ? c.start(cls.body.last - 1) : brace;
  const added = `${eol}${indent}${codeLike(file, code, indent)}${eol}${isEmpty ? indentAt(text, cls.start) : ''}`;
  return { path, start: brace, end, text: added };
}

/** Replaces or adds a modifier of a method: `static`, or a visibility. */
export function setModifier(file: SourceFile, method: MemberIsland, modifier: string): TextEdit {
  const c = new Cursor(file.islands.tokens);
  const visibilities = ['public', 'protected', 'private', 'var'];
  let at = method.first;
  for (; at < method.last && !c.isWord(at, 'function'); at = c.next(at + 1))
    if (modifier !== 'static' && visibilities.some((one) => c.isWord(at, one)))
      return { path: file.path, ...c.span(at), text: modifier };
  const start = modifier === 'static' ? c.start(at) : c.start(method.first);
  return { path: file.path, start, end: start, text: `${modifier} ` };
}
