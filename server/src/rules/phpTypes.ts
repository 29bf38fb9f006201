/** PHP types beside descriptions: what Moodle passes for a parameter, and what it takes as a result. */
import type { SchemaNode } from '../../../webservice/src/schema/node.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';

/** The PHP type of what Moodle passes for a description. */
export function phpTypeOf(node: SchemaNode): 'array' | 'int' | 'bool' | 'float' | 'string' {
  if (node.kind !== 'value') return 'array';
  return node.type === 'int' || node.type === 'bool' || node.type === 'float' ? node.type : 'string';
}

type Kind = 'array' | 'scalar' | 'object' | 'null' | 'any';

const kinds: Readonly<Record<string, Kind>> = {
  array: 'array',
  iterable: 'array',
  int: 'scalar',
  float: 'scalar',
  string: 'scalar',
  bool: 'scalar',
  true: 'scalar',
  false: 'scalar',
  null: 'null',
  void: 'null',
  mixed: 'any',
  // A text or an array may be callable, and what never returns gives nothing wrong.
  callable: 'any',
  never: 'any',
};

/** `?int` → scalar, null; names of classes are objects. */
function kindsOf(type: string): Kind[] {
  const parts = type.replace(/^\?/, 'null|').toLowerCase().split(/[|&]/);
  return parts.map((one) => kinds[one.replace(/[\s()]/g, '')] ?? 'object');
}

/**
 * Whether a parameter of this type takes what Moodle passes: arrays for structures, scalars for values. PHP makes one
 * scalar of another, since external_api.php does not declare strict types.
 */
export function takesArgument(type: string, node: SchemaNode): boolean {
  const expected = node.kind === 'value' ? 'scalar' : 'array';
  return type === '' || kindsOf(type).some((kind) => kind === 'any' || kind === expected);
}

/**
 * Whether a result of this type can be one that is described (`clean_returnvalue()` in
 * lib/external/classes/external_api.php): structures may be objects, lists may not.
 */
export function canReturn(type: string, node: SchemaNode): boolean {
  return kindsOf(type).some((kind) => {
    if (kind === 'any') return true;
    if (kind === 'null') return node.allownull;
    if (node.kind === 'value') return kind === 'scalar';
    return kind === 'array' || (kind === 'object' && node.kind === 'single');
  });
}

export const isNothing = (type: string): boolean => kindsOf(type).every((kind) => kind === 'null');

/** The type behind `):` of a method. */
export function returnTypeOf(file: SourceFile, { params, body }: MemberIsland): (Span & { text: string }) | undefined {
  if (!params || !body) return undefined;
  const c = new Cursor(file.islands.tokens);
  const colon = c.next(params.last);
  const last = c.previous(body.first - 1);
  if (c.kind(colon) !== char(':') || last <= colon) return undefined;
  const span = { start: c.start(c.next(colon + 1)), end: c.end(last) };
  return { ...span, text: file.text.slice(span.start, span.end) };
}
