/** Edits of statements in the body of a method that keep the file's style. */
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { MemberIsland } from '../php/islands.ts';
import { codeLike, eolOf, indentAt, indentUnit, removeLines } from './style.ts';
import type { TextEdit } from './textEdit.ts';

/**
 * Adds statements to a body, behind the statement that ends with token `after` (`;` or `}`), else before all others but
 * `global`. `code` is written with four spaces and `\n`; a blank line parts it from others but for `isClose`.
 */
export function insertStatements(
  file: SourceFile,
  method: MemberIsland,
  code: string,
  after?: number,
  isClose = false,
): TextEdit {
  const { text, path } = file;
  const c = new Cursor(file.islands.tokens);
  const open = method.body?.first ?? 0;
  const anchor = after ?? behindGlobals(c, open);
  const isFirst = anchor === open;
  const indent = indentAt(text, method.start) + indentUnit(text);
  const eol = eolOf(text);
  const place = lineEnd(c, anchor);
  const isEmpty = c.kind(c.next(anchor + 1)) === char('}');
  const gap = isFirst || isClose ? eol : eol + eol;
  const tail = isFirst && !isEmpty && !/^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(place)) ? eol : '';
  return { path, start: place, end: place, text: `${gap}${indent}${codeLike(file, code, indent)}${tail}` };
}

/** The `;` of the last `global $x;` that a body begins with, else its brace. */
function behindGlobals(c: Cursor, open: number): number {
  let anchor = open;
  for (let i = c.next(open + 1); c.isWord(i, 'global'); i = c.next(anchor + 1)) {
    while (i < c.count && c.kind(i) !== char(';')) i += 1;
    anchor = i;
  }
  return anchor;
}

/** The end of token `i`, or of the comment behind it on the same line. */
function lineEnd(c: Cursor, i: number): number {
  const { text } = c.tokens;
  const isComment = c.kind(i + 1) === T.Comment && !text.slice(c.end(i), c.start(i + 1)).includes('\n');
  return isComment ? c.start(i + 1) + c.text(i + 1).trimEnd().length : c.end(i);
}

/** Moves a statement, with its lines, before another one that has lines of its own. */
export function moveStatement(file: SourceFile, statement: Span, before: Span): TextEdit[] {
  const { text, path } = file;
  const code = text.slice(statement.start, statement.end);
  const added = code + eolOf(text) + indentAt(text, before.start);
  return [{ path, start: before.start, end: before.start, text: added }, removeLines(file, statement)];
}
