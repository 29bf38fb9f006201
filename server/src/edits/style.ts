/** How a file is written, so that what is added looks like the rest. */
import type { SourceFile } from '../index/sourceFile.ts';
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

/** The longest line that moodle-cs takes without a word. */
export const maxLine = 132;

/** Whether no line is longer than {@link maxLine} when a text stands there instead. */
export function fits({ text }: Pick<SourceFile, 'text'>, { start, end }: Span, inserted: string): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = text.slice(end).split(/\r?\n/, 1)[0] ?? '';
  return `${before}${inserted}${after}`.split(/\r?\n/).every((line) => line.length <= maxLine);
}

/** Whether a text makes a line too long there that was not. */
export const overflows = (file: Pick<SourceFile, 'text'>, span: Span, inserted: string): boolean =>
  !fits(file, span, inserted) && fits(file, span, file.text.slice(span.start, span.end));

/** `f(a, b)` at an indentation; with a line for each argument where it is too long beside `others` characters of its line. */
export function callText(name: string, args: readonly string[], indent: string, others = 0): string {
  const line = `${name}(${args.join(', ')})`;
  if (indent.length + others + line.length <= maxLine) return line;
  return `${name}(\n${args.map((one) => `${indent}    ${one}`).join(',\n')}\n${indent})`;
}

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
