/** The tokens of an island, one after the other, for the parser of plain PHP. */
import { char } from './cursor.ts';
import type { Cursor, Island } from './cursor.ts';
import { T } from './lexer.ts';

export const [open, close, openSquare, closeSquare, openBrace, closeBrace, comma, semicolon, equals, dollar, colon] =
  Array.from('()[]{},;=$:', char) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
export const question = char('?');

/** Thrown to leave the parser; never leaves quickParse(). */
class NotPlain extends Error {}
export const notPlain = new NotPlain();

export abstract class PlainTokens {
  /** The token that is next. */
  protected i: number;
  protected readonly last: number;
  private readonly base: number;

  constructor(
    protected readonly c: Cursor,
    island: Island,
  ) {
    this.i = c.next(island.first);
    this.last = island.last;
    this.base = island.start;
  }

  protected get kind(): number {
    return this.i < this.last ? this.c.kind(this.i) : 0;
  }

  protected advance(): void {
    this.i = this.c.next(this.i + 1);
  }

  protected take(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  protected expect(kind: number): void {
    if (!this.take(kind)) throw notPlain;
  }

  protected word(): string {
    if (this.kind !== T.Name) throw notPlain;
    const text = this.c.text(this.i);
    this.advance();
    return text;
  }

  protected isWord(word: string): boolean {
    return this.kind === T.Name && this.c.isWord(this.i, word);
  }

  protected loc(from: number) {
    const end = this.c.end(this.c.previous(this.i - 1));
    return { start: { offset: this.c.start(from) - this.base }, end: { offset: end - this.base } };
  }
}
