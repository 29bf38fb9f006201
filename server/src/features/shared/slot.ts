import type { Cursor, Span } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { isTerminated } from './tokens.ts';

/** The text that a completion at some place replaces. */
export interface Slot extends Span {
  /** The quote around it; undefined for a place without quotes. */
  readonly quote: "'" | '"' | undefined;
  /** Whether a closing quote follows directly. */
  readonly closed: boolean;
}

/** The slot of token `i`, or an empty one at `offset`. A text that is typed half ends where its words end. */
export function slotOf(c: Cursor, i: number | undefined, offset: number): Slot {
  if (i === undefined) return { start: offset, end: offset, quote: undefined, closed: false };
  if (c.kind(i) !== T.String) return { ...c.span(i), quote: undefined, closed: false };
  const token = c.text(i);
  const quote = token.startsWith('"') ? '"' : "'";
  const start = c.start(i) + 1;
  if (isTerminated(token)) return { start, end: c.end(i) - 1, quote, closed: true };
  const words = /^[\w\\/:, -]*/.exec(token.slice(1))?.[0] ?? '';
  const typed = Math.max(offset - start, words.trimEnd().replace(/,$/, '').length);
  const end = Math.min(start + typed, c.end(i));
  return { start, end, quote, closed: c.tokens.text[end] === quote };
}
