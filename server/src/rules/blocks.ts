/** Statements and blocks in the body of a method, from tokens. */
import { char } from '../php/cursor.ts';
import type { Cursor, Island, Span } from '../php/cursor.ts';
import type { BodyCall, BodyFacts } from './bodyFacts.ts';

type Range = Pick<Island, 'first' | 'last'>;

/** The statements right inside braces; a block with all that belongs to it (`else`, `catch`) is one. */
export function statementsIn(c: Cursor, { first, last }: Range): Island[] {
  const found: Island[] = [];
  for (let i = c.next(first + 1); i < last - 1;) {
    const end = statementEnd(c, i, last - 1);
    found.push(c.island(i, end));
    i = c.next(end);
  }
  return found;
}

const blockWords = /^(if|for|foreach|while|switch|try|do|declare)$/i;

/** Behind the last token of the statement at `i`. */
function statementEnd(c: Cursor, i: number, last: number): number {
  const isBlock = c.kind(i) === char('{') || blockWords.test(c.text(i));
  for (let at = i; at < last; at += 1) {
    if (c.kind(at) === char(';')) {
      const next = c.next(at + 1);
      if (!isBlock || !continues(c, i, next)) return at + 1;
    }
    if (!c.opens(at)) continue;
    const isBrace = c.kind(at) === char('{');
    at = c.skip(at);
    if (isBrace && isBlock && !continues(c, i, c.next(at + 1))) return at + 1;
  }
  return last;
}

/** Whether the statement that begins at `i` goes on at `next`, behind one of its blocks. */
const continues = (c: Cursor, i: number, next: number): boolean =>
  /^(else|elseif|catch|finally)$/i.test(c.text(next)) || (c.isWord(i, 'do') && c.isWord(next, 'while'));

/** The statement that tokens are, with its `;`; undefined where they are part of one. */
export function statementOf(c: Cursor, { first, last }: Range): Span | undefined {
  const before = c.kind(c.previous(first - 1));
  const end = c.next(last);
  const isFirst = before === char(';') || before === char('{') || before === char('}');
  return isFirst && c.kind(end) === char(';') ? { start: c.start(first), end: c.end(end) } : undefined;
}

/** Whether a call is the end of a statement that is in no block of the body. */
export function endsStatement({ body, cursor: c }: BodyFacts, { close }: BodyCall): boolean {
  const semicolon = c.next(close + 1);
  return c.kind(semicolon) === char(';') && statementsIn(c, body).some(({ last }) => last === semicolon + 1);
}

/** The opening brackets around token `i`, outermost first. */
export function openingsAround(c: Cursor, { first, last }: Range, i: number): number[] {
  const found: number[] = [];
  for (let at = first; at < i && at < last; at += 1) {
    if (!c.opens(at)) continue;
    const end = c.skip(at);
    if (end < i) at = end;
    else found.push(at);
  }
  return found;
}

/** The last token of the function inside a body whose `function` is token `at`. */
export function closureLast(c: Cursor, at: number, last: number): number {
  let i = at;
  while (i < last && c.kind(i) !== char('{') && c.kind(i) !== char(';')) i = c.opens(i) ? c.skip(i) + 1 : i + 1;
  return c.kind(i) === char('{') ? c.skip(i) : i;
}

/** Whether braces are those of a function inside the method: what returns there does not leave the method. */
export function isClosure(c: Cursor, open: number): boolean {
  let at = c.previous(open - 1);
  // A return type, and `use (…)`.
  for (let steps = 0; steps < 200 && at > 0; steps += 1) {
    if (/^(function|fn)$/i.test(c.text(at))) return true;
    if (c.kind(at) === char(';') || c.kind(at) === char('{') || c.kind(at) === char('}')) return false;
    at = c.previous(at - 1);
  }
  return false;
}

/** Whether a request that does the one never does the other: they are in branches of one `if`, or the first one leaves. */
export function exclude(c: Cursor, body: Range, one: number, other: number): boolean {
  const around = openingsAround(c, body, one);
  const shared = new Set(openingsAround(c, body, other));
  const open = around.find((at) => !shared.has(at) && c.kind(at) === char('{'));
  if (open === undefined) return false;
  const close = c.skip(open);
  const statements = statementsIn(c, { first: open, last: close + 1 });
  const last = statements.at(-1);
  if (last && /^(return|throw|continue|break|exit|die)$/i.test(c.text(last.first))) return true;
  // Down the chain of `else if (…) { … } else { … }`.
  for (let next = c.next(close + 1); /^(else|elseif)$/i.test(c.text(next));) {
    while (next < other && c.kind(next) !== char('{')) next = c.opens(next) ? c.skip(next) + 1 : next + 1;
    if (shared.has(next)) return true;
    next = c.next(c.skip(next) + 1);
  }
  return false;
}
