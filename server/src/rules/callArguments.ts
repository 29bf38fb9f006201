/** Arguments of calls and of `new`, from tokens. */
import { char } from '../php/cursor.ts';
import type { Cursor, Island } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';

/** An argument; the island is its expression. */
export interface Argument extends Island {
  /** As written: `required: VALUE_DEFAULT`. */
  readonly name: string | undefined;
}

/** The arguments between the parentheses at tokens `open` and `close`. */
export function argumentsOf(c: Cursor, open: number, close: number): Argument[] {
  const args: Argument[] = [];
  for (let i = c.next(open + 1); i < close;) {
    const end = c.until(i, ',', close);
    const colon = c.next(i + 1);
    const isNamed = c.kind(i) === T.Name && c.kind(colon) === char(':');
    const first = isNamed ? c.next(colon + 1) : i;
    args.push({ ...c.island(first, c.previous(end - 1) + 1), name: isNamed ? c.text(i) : undefined });
    i = c.next(end + 1);
  }
  return args;
}
