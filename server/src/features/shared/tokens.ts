import { Cursor, firstAtOrAbove } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import { SourceFile as PhpFile } from '../../index/sourceFile.ts';
import type { FeatureDocument } from './document.ts';

/** The PHP source of a document as the index has it; read from the document itself where the index does not hold it. */
export function phpSource(index: IndexSnapshot, document: FeatureDocument): SourceFile | undefined {
  if (document.languageId !== 'php') return undefined;
  const text = document.text.getText();
  const file = index.file(document.path);
  return file?.text === text ? file : new PhpFile(document.path, text);
}

export const cursorOf = (file: SourceFile): Cursor => new Cursor(file.islands.tokens);

/** The last token that begins before `offset` (at it, with `inclusive`); -1 when there is none. */
export function lastTokenBefore(c: Cursor, offset: number, inclusive = false): number {
  return firstAtOrAbove(c.tokens.start, inclusive ? offset + 1 : offset) - 1;
}

/** Whether a quoted token has its closing quote on its own line: a text over several lines is one being typed. */
export function isTerminated(token: string): boolean {
  return token.length > 1 && token.at(-1) === token[0] && !token.includes('\n') && !/(?<!\\)(?:\\\\)*\\.$/s.test(token);
}

/** The token that a cursor between two characters is typing in: a quoted text it is inside of, or a word it touches. */
export function typedToken(c: Cursor, offset: number): number | undefined {
  const i = lastTokenBefore(c, offset);
  const kind = c.kind(i);
  if (i >= 0 && kind === T.String) {
    if (offset < c.end(i) || (offset === c.end(i) && !isTerminated(c.text(i)))) return i;
  } else if (i >= 0 && (kind === T.Name || kind === T.Number) && offset <= c.end(i)) return i;
  // The cursor stands before a word.
  const next = i + 1;
  return c.start(next) === offset && (c.kind(next) === T.Name || c.kind(next) === T.Number) ? next : undefined;
}

/** The token under a pointer; at the end of a word or a text, that one. */
export function pointedToken(c: Cursor, offset: number): number | undefined {
  const i = lastTokenBefore(c, offset, true);
  if (i >= 0 && offset < c.end(i)) {
    // `foo(|)`: the bracket is under the pointer, but the word before it is meant.
    const before = c.end(i - 1) === offset && isText(c, i - 1) && !isText(c, i);
    return before ? i - 1 : i;
  }
  return i >= 0 && offset === c.end(i) ? i : undefined;
}

const isText = (c: Cursor, i: number) => c.kind(i) === T.Name || c.kind(i) === T.String;
