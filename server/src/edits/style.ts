/** How a file is written, so that what is added looks like the rest. */
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Span } from '../php/cursor.ts';
import type { TextEdit } from './textEdit.ts';

/** The line end that a text has first. */
export const eolOf = (text: string): string => (/\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n');

/** The blanks that the line around an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** What is added for one level: a tab where lines begin with tabs, else Moodle's four spaces. */
export const indentUnit = (text: string): string => (/^\t+\S/m.test(text) && !/^ {4,}\S/m.test(text) ? '\t' : '    ');

/** A text as a PHP literal, in the given quotes. */
export const quoted = (value: string, quote: "'" | '"' = "'"): string =>
  quote === "'"
    ? `'${value.replace(/\\(?=[\\']|$)/g, '\\\\').replaceAll("'", "\\'")}'`
    : `"${value.replace(/[\\"$]/g, '\\$&')}"`;

/** Replaces a quoted literal, or anything else, by a literal; quotes stay what they are. */
export function replaceText(file: SourceFile, { start, end }: Span, value: string): TextEdit {
  return { path: file.path, start, end, text: quoted(value, file.text[start] === '"' ? '"' : "'") };
}

/** Replaces what stands between the quotes of a literal, in a file of any language. */
export function replaceInside(path: string, text: string, { start, end }: Span, value: string): TextEdit {
  return { path, start, end, text: text[start - 1] === '"' ? quoted(value, '"').slice(1, -1) : value };
}

/** Whether arrays are written `[…]`: what most of them in the file are, `[…]` where it has none. */
function hasShortArrays(file: SourceFile): boolean {
  const c = new Cursor(file.islands.tokens);
  let long = 0;
  let short = 0;
  for (let i = 0; i < c.count; i += 1) {
    if (c.kind(i) === char('[') && !isSubscript(c, i)) short += 1;
    else if (c.isWord(i, 'array') && c.kind(c.next(i + 1)) === char('(')) long += 1;
  }
  return short >= long;
}

/** Whether `[` at token `i` reads an element of what stands before it. */
function isSubscript(c: Cursor, i: number): boolean {
  const before = c.previous(i - 1);
  const kind = c.kind(before);
  if (kind === T.Name) return c.kind(before - 1) === T.Arrow || c.kind(before - 1) === T.DoubleColon;
  return kind === T.Variable || kind === T.String || kind === char(']') || kind === char(')') || kind === char('}');
}

/** An array literal as the file writes them. */
export const arrayText = (file: SourceFile, items: string): string =>
  hasShortArrays(file) ? `[${items}]` : `array(${items})`;

/** Code written with four spaces and `\n`, as it looks at an indentation of a file. The first line is not indented. */
export function codeLike(file: SourceFile, code: string, indent: string): string {
  const unit = indentUnit(file.text);
  return code
    .split('\n')
    .map((line, at) => {
      const [spaces = ''] = /^ */.exec(line) ?? [];
      const own = unit.repeat(Math.floor(spaces.length / 4)) + ' '.repeat(spaces.length % 4);
      return at === 0 || line === '' ? line : indent + own + line.slice(spaces.length);
    })
    .join(eolOf(file.text));
}

/** The lines of something, with the end of the last, when nothing else but a comment is on them; else undefined. */
export function wholeLines(text: string, { start, end }: Span): Span | undefined {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline < 0 ? text.length : newline + 1;
  if (text.slice(lineStart, start).trim() !== '') return undefined;
  return /^\s*(\/\/.*|#.*|\/\*((?!\*\/).)*\*\/\s*)?$/.test(text.slice(end, lineEnd).trimEnd())
    ? { start: lineStart, end: lineEnd }
    : undefined;
}

/**
 * Removes something, and its lines where nothing else is on them; of two blank lines that then meet, one, and what would
 * be a blank line inside of a bracket.
 */
export function removeLines(file: Pick<SourceFile, 'path' | 'text'>, span: Span): TextEdit {
  const { text, path } = file;
  const lines = wholeLines(text, span);
  if (!lines) return { path, start: span.start, end: span.end, text: '' };
  const before = /(?:^|[{[(]|(\n[ \t]*))\r?\n$/.exec(text.slice(0, lines.start));
  const after = /^(?:([ \t]*\r?\n)|[ \t]*[}\])])/.exec(text.slice(lines.end));
  if (before && after?.[1] !== undefined)
    return { path, start: lines.start, end: lines.end + after[1].length, text: '' };
  const blank = after && before?.[1] !== undefined ? before[0].length - 1 : 0;
  return { path, start: lines.start - blank, end: lines.end, text: '' };
}
