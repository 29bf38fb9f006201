import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Island, Span } from '../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';

/** A parameter of a PHP method, as written. The span is all of it: `?int &$a = 1`. */
export interface PhpParameter extends Span {
  /** Without `$`. */
  readonly name: string;
  /** With `$`. */
  readonly nameSpan: Span;
  /** As written; empty without one. */
  readonly type: string;
  readonly typeSpan: Span | undefined;
  /** The expression behind `=`. */
  readonly value: Island | undefined;
  readonly isVariadic: boolean;
  /** By its type, or by a default of null. */
  readonly takesNull: boolean;
}

/** The parameters of the method that a `_parameters` or `_returns` method describes; undefined where the class does not have it. */
export function phpParametersOf(
  file: SourceFile,
  cls: ClassIsland,
  describing: MemberIsland,
): PhpParameter[] | undefined {
  const name = describing.name.replace(/_(parameters|returns)$/i, '').toLowerCase();
  const method = cls.members.find((member) => member.kind === 'method' && member.name.toLowerCase() === name);
  return method && parametersOf(file, method);
}

/** The parameters of a method; those without a name, which are half-typed, are left out. */
export function parametersOf(file: SourceFile, { params }: MemberIsland): PhpParameter[] {
  const c = new Cursor(file.islands.tokens);
  const found: PhpParameter[] = [];
  const last = params ? params.last - 1 : 0;
  for (let i = (params?.first ?? 0) + 1; i < last; i += 1) {
    const end = c.until(i, ',', last);
    const parameter = parameterIn(c, c.next(i), c.previous(end - 1) + 1);
    if (parameter) found.push(parameter);
    i = end;
  }
  return found;
}

function parameterIn(c: Cursor, first: number, last: number): PhpParameter | undefined {
  let from = first;
  while (c.kind(from) === T.AttributeOpen) from = c.next(c.skip(from) + 1);
  let at = from;
  while (at < last && c.kind(at) !== T.Variable) at += 1;
  if (at >= last) return undefined;
  let typeLast = c.previous(at - 1);
  const isVariadic = c.kind(typeLast) === T.Ellipsis;
  while (c.kind(typeLast) === T.Ellipsis || c.kind(typeLast) === char('&')) typeLast = c.previous(typeLast - 1);
  const typeSpan = typeLast < from ? undefined : { start: c.start(from), end: c.end(typeLast) };
  const type = typeSpan ? c.tokens.text.slice(typeSpan.start, typeSpan.end) : '';
  const equals = c.next(at + 1);
  const valueFirst = equals < last && c.kind(equals) === char('=') ? c.next(equals + 1) : last;
  const value = valueFirst < last ? c.island(valueFirst, last) : undefined;
  return {
    ...{ start: c.start(first), end: c.end(last - 1) },
    name: c.text(at).slice(1),
    nameSpan: c.span(at),
    ...{ type, typeSpan, value, isVariadic },
    takesNull: takesNull(type) || (value !== undefined && c.isWord(value.first, 'null')),
  };
}

/** Whether a type takes null. */
const takesNull = (type: string): boolean => type === '' || type.startsWith('?') || /\b(null|mixed)\b/i.test(type);
