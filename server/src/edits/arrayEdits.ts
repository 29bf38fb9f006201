/** Edits of array literals that keep their style: one line or many, alignment of `=>`, comma behind the last item, quotes. */
import type { SourceFile } from '../index/sourceFile.ts';
import { entriesOf } from '../php/arrays.ts';
import type { EntryIsland } from '../php/arrays.ts';
import { char, Cursor, firstAtOrAbove } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { eolOf, indentAt, indentUnit, overflows, quoted, wholeLines } from './style.ts';
import type { TextEdit } from './textEdit.ts';

/** `[ … ]` or `array( … )`, from tokens. */
export interface ArrayLiteral extends Span {
  readonly open: number;
  readonly close: number;
  readonly isShort: boolean;
  readonly items: readonly EntryIsland[];
}

/** The literal that a span is or begins with; undefined where there is none, or where it is not closed. */
export function arrayAt(file: SourceFile, { start }: Span): ArrayLiteral | undefined {
  const c = new Cursor(file.islands.tokens);
  const first = tokenAt(c, start);
  const isShort = c.kind(first) === char('[');
  const open = isShort ? first : c.isWord(first, 'array') ? c.next(first + 1) : -1;
  if (c.kind(open) !== (isShort ? char('[') : char('('))) return undefined;
  const close = c.match(open);
  if (close < 0) return undefined;
  const { entries } = entriesOf(c, open, c.lineIndent(first), close + 1);
  return { start: c.start(first), end: c.end(close), open, close, isShort, items: entries };
}

/** The first token that begins at or behind an offset. */
export const tokenAt = (c: Cursor, offset: number): number => firstAtOrAbove(c.tokens.start, offset);

export interface NewItem {
  /** A text; undefined for an item of a list. */
  readonly key?: string;
  /** PHP code, of one line. */
  readonly value: string;
  /** The index of the item that it comes behind; the last without it; -1: first. */
  readonly after?: number;
}

/** Adds an item to an array literal. One line that gets too long becomes one for each item. */
export function insertItem(file: SourceFile, literal: ArrayLiteral, item: NewItem): TextEdit[] {
  const { text, path } = file;
  const c = new Cursor(file.islands.tokens);
  const { items } = literal;
  const at = item.after ?? items.length - 1;
  const anchor = items[at];
  const code = itemCode(file, literal, item);
  const insert = (offset: number, added: string): TextEdit => ({ path, start: offset, end: offset, text: added });
  const isMultiline = text.slice(c.end(literal.open), c.start(items[0]?.first ?? literal.close)).includes('\n');
  const eol = eolOf(text);
  if (!isMultiline) {
    const added = anchor
      ? insert(anchor.end, `, ${code}`)
      : insert(c.end(literal.open), items.length > 0 ? `${code}, ` : code);
    const inside = { start: c.end(literal.open), end: c.start(literal.close) };
    if (!overflows(file, added, added.text) || /\n|\/\*/.test(text.slice(inside.start, inside.end))) return [added];
    const indent = indentAt(text, literal.start);
    const codes = items.map(({ start, end }) => text.slice(start, end));
    codes.splice(at + 1, 0, code);
    const lines = codes.map((one) => `${eol}${indent}${indentUnit(text)}${one},`);
    return [{ path, ...inside, text: `${lines.join('')}${eol}${indent}` }];
  }
  const first = items[0];
  const indent = first ? indentAt(text, first.start) : indentAt(text, literal.start) + indentUnit(text);
  if (!anchor) return [insert(c.end(literal.open), `${eol}${indent}${code},`)];
  const comma = c.next(anchor.last);
  const hasComma = c.kind(comma) === char(',') && comma < literal.close;
  const closes = !hasComma && at === items.length - 1 && !text.slice(anchor.end, c.start(literal.close)).includes('\n');
  const line = `${eol}${indent}${code}${closes ? '' : ','}`;
  if (hasComma) return [insert(behindComment(c, comma), line)];
  const end = behindComment(c, anchor.last - 1);
  return end === anchor.end ? [insert(end, `,${line}`)] : [insert(anchor.end, ','), insert(end, line)];
}

/** The end of token `i`, or of the comment behind it on the same line. */
function behindComment(c: Cursor, i: number): number {
  const { text } = c.tokens;
  let end = c.end(i);
  for (let at = i + 1; c.kind(at) === T.Comment && !text.slice(end, c.start(at)).includes('\n'); at += 1)
    end = c.start(at) + c.text(at).trimEnd().length;
  return end;
}

function itemCode(file: SourceFile, { items }: ArrayLiteral, { key, value }: NewItem): string {
  if (key === undefined) return value;
  const name = quoted(key, quoteOf(file, items));
  const column = alignment(file, items);
  return `${name}${' '.repeat(Math.max(1, column - name.length))}=> ${value}`;
}

/** The quotes of the keys that are there. */
function quoteOf({ text }: SourceFile, items: readonly EntryIsland[]): "'" | '"' {
  const quotes = items.flatMap(({ keySpan }) => (keySpan ? [text[keySpan.start]] : []));
  return quotes.length > 0 && quotes.every((one) => one === '"') ? '"' : "'";
}

/** How far behind the start of the key `=>` stands, where keys of different lengths agree; else 0. */
function alignment({ text }: SourceFile, items: readonly EntryIsland[]): number {
  const found = items.flatMap(({ keySpan }) => {
    if (!keySpan) return [];
    const arrow = text.indexOf('=>', keySpan.end);
    return [{ width: keySpan.end - keySpan.start, column: arrow - keySpan.start }];
  });
  const [first] = found;
  if (!first || !found.every(({ column }) => column === first.column)) return 0;
  // Where all have but one blank, they agree by chance.
  return found.some(({ width, column }) => column > width + 1) ? first.column : 0;
}

/** Removes an item, with its line where it has one of its own. */
export function removeItem(file: SourceFile, literal: ArrayLiteral, at: number): TextEdit {
  const { text, path } = file;
  const { items } = literal;
  const item = items[at];
  if (!item) return { path, start: literal.end, end: literal.end, text: '' };
  const c = new Cursor(file.islands.tokens);
  const comma = c.next(item.last);
  const hasComma = c.kind(comma) === char(',') && comma < literal.close;
  const end = hasComma ? c.end(comma) : item.end;
  const [before, next] = [items[at - 1], items[at + 1]];
  const lines = wholeLines(text, { start: item.start, end });
  // The last one without a comma takes the comma of the one before along.
  if (before && !hasComma) return { path, start: before.end, end: item.end, text: '' };
  if (lines) return { path, ...lines, text: '' };
  if (next) return { path, start: item.start, end: next.start, text: '' };
  return { path, start: before ? before.end : item.start, end: before ? item.end : end, text: '' };
}

/** The index of the item with a literal key; the last one that has it, as in PHP. */
export const itemWithKey = ({ items }: ArrayLiteral, key: string): number =>
  items.findLastIndex((item) => item.key === key);
