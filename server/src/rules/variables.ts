/** Where a body reads and writes its variables, from tokens. */
import { char } from '../php/cursor.ts';
import type { Cursor } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import { closureLast } from './blocks.ts';
import type { BodyFacts } from './bodyFacts.ts';

export interface VariableUse {
  /** Without `$`. */
  readonly name: string;
  /** Its token. */
  readonly at: number;
  /** Whether it gets another value here, in whole or in part: `$x = …`, `$x[] = …`, `foreach (… as $x)`, `&$x`. */
  readonly isWrite: boolean;
  /** Whether it is in a `function () {}`, which has variables of its own, or in the head of one. */
  readonly isInClosure: boolean;
}

/** The uses of variables in a body, in the order of the text; those in texts are not seen. */
export function variablesIn({ cursor: c, body: { first, last } }: BodyFacts): VariableUse[] {
  const uses: VariableUse[] = [];
  let closureEnd = first;
  for (let i = first; i < last; i += 1) {
    if (c.isWord(i, 'function')) closureEnd = Math.max(closureEnd, closureLast(c, i, last));
    if (c.kind(i) !== T.Variable || c.kind(i - 1) === T.DoubleColon) continue;
    uses.push({ name: c.text(i).slice(1), at: i, isWrite: isWritten(c, i, first), isInClosure: i < closureEnd });
  }
  return uses;
}

function isWritten(c: Cursor, at: number, first: number): boolean {
  const before = c.previous(at - 1);
  if (c.kind(before) === char('&') && c.kind(before - 1) !== char('&')) return true;
  if (c.isWord(before, 'as') || c.isWord(before, 'global') || c.isWord(before, 'static')) return true;
  if (isStep(c, before) || isStep(c, c.next(at + 1) + 1)) return true;
  let after = c.next(at + 1);
  while (c.kind(after) === char('[') || c.kind(after) === T.Arrow)
    after = c.next((c.kind(after) === T.Arrow ? c.next(after + 1) : c.skip(after)) + 1);
  return isAssignment(c, after) || isDestructured(c, at, first);
}

/** `++` or `--` that ends with token `i`. */
const isStep = (c: Cursor, i: number): boolean =>
  (c.kind(i) === char('+') || c.kind(i) === char('-')) && c.kind(i - 1) === c.kind(i) && c.end(i - 1) === c.start(i);

/** `=`, `.=`, `??=` and the like, but no comparison. */
export function isAssignment(c: Cursor, i: number): boolean {
  let at = i;
  while (at < i + 3 && c.kind(at) < 128 && '+-*/.%|&^?'.includes(String.fromCharCode(c.kind(at)))) at += 1;
  return c.kind(at) === char('=') && c.kind(at + 1) !== char('=');
}

/** Whether a bracket behind token `i` reads an element of it. */
const isSubscript = (c: Cursor, i: number): boolean =>
  c.kind(i) === T.Variable || c.kind(i) === char(']') || c.kind(i) === char(')') || c.kind(i - 1) === T.Arrow;

/** Longest list that is looked through for what it is assigned from, in tokens. */
const maxList = 400;

/** Whether a variable is in `[…] = `, `list(…) = ` or behind `as`, at any depth. */
function isDestructured(c: Cursor, at: number, first: number): boolean {
  for (let i = at - 1; i > Math.max(first, at - maxList); i -= 1) {
    const kind = c.kind(i);
    if (kind === char(';') || kind === char('{') || kind === char('}')) return false;
    if (c.isWord(i, 'as')) return true;
    if (kind === char(')') || kind === char(']')) return false;
    if (kind !== char('[') && kind !== char('(')) continue;
    const isList = (kind === char('[') && !isSubscript(c, c.previous(i - 1))) || c.isWord(c.previous(i - 1), 'list');
    if (isList && isAssignment(c, c.next(c.skip(i) + 1))) return true;
  }
  return false;
}
