import type { Json } from '../../../webservice/src/schema/node.ts';
import { arrayAt } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor, literalText } from '../php/cursor.ts';
import type { Island } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { withoutLeadingBackslash } from '../php/names.ts';

/** What an expression says by itself. */
export type Literal =
  | { readonly kind: 'null' }
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  /** Without leading backslash. */
  | { readonly kind: 'constant'; readonly name: string }
  | { readonly kind: 'array'; readonly array: ArrayLiteral }
  | { readonly kind: 'new' }
  | { readonly kind: 'other' };

const other: Literal = { kind: 'other' };

/** The value of an expression that is written out; undefined for constants, calls and the like. Keys of arrays are texts. */
export function jsonOf(file: SourceFile, island: Island): Json | undefined {
  const literal = literalOf(file, island);
  if (literal.kind === 'null') return null;
  if (literal.kind === 'scalar') return literal.value;
  if (literal.kind !== 'array') return undefined;
  const items = literal.array.items.map(({ key, keySpan, value }): [string | undefined, Json | undefined] => [
    key,
    keySpan && key === undefined ? undefined : jsonOf(file, value),
  ]);
  const values = items.flatMap(([, value]) => (value === undefined ? [] : [value]));
  if (values.length < items.length) return undefined;
  if (items.every(([key]) => key === undefined)) return values;
  return items.some(([key]) => key === undefined)
    ? undefined
    : Object.fromEntries(items.map(([key = '', value = null]) => [key, value]));
}

export function literalOf(file: SourceFile, { first, last, start, end }: Island): Literal {
  const c = new Cursor(file.islands.tokens);
  const kind = c.kind(first);
  const isAlone = c.next(first + 1) >= last;
  if (isAlone && kind === T.String) {
    const value = literalText(c.text(first));
    return value === undefined ? other : { kind: 'scalar', value };
  }
  if (isAlone && kind === T.Name) return named(c.text(first));
  if (kind === T.Number || (kind === char('-') && c.kind(c.next(first + 1)) === T.Number)) {
    const text = file.text.slice(start, end).replace(/[\s_]/g, '');
    return /^-?(\d+(\.\d*)?|\.\d+)$/.test(text) ? { kind: 'scalar', value: Number(text) } : other;
  }
  if (c.isWord(first, 'new')) return { kind: 'new' };
  const array = arrayAt(file, { start, end });
  return array?.end === end ? { kind: 'array', array } : other;
}

function named(name: string): Literal {
  const lower = withoutLeadingBackslash(name).toLowerCase();
  if (lower === 'null') return { kind: 'null' };
  if (lower === 'true' || lower === 'false') return { kind: 'scalar', value: lower === 'true' };
  return { kind: 'constant', name: withoutLeadingBackslash(name) };
}
