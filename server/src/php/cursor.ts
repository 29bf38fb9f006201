import { T } from './lexer.ts';
import type { Tokens } from './lexer.ts';

/** Half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of PHP that is parsed by itself: its text, and the tokens `first` (inclusive) to `last` (exclusive) it covers. */
export interface Island extends Span {
  readonly first: number;
  readonly last: number;
}

/** By token kind: 1 opens a bracket, -1 closes one. */
const nesting = new Int8Array(256);
for (const kind of [40, 91, 123, T.AttributeOpen]) nesting[kind] = 1; // ( [ { #[
for (const kind of [41, 93, 125]) nesting[kind] = -1; // ) ] }

export const char = (text: string): number => text.charCodeAt(0);

/** Reading helpers over tokens; every index may be out of range and then matches nothing. */
export class Cursor {
  constructor(readonly tokens: Tokens) {}

  get count(): number {
    return this.tokens.count;
  }

  kind(i: number): number {
    return this.tokens.kind[i] ?? 0;
  }

  start(i: number): number {
    return this.tokens.start[i] ?? this.tokens.text.length;
  }

  end(i: number): number {
    return this.tokens.end[i] ?? this.tokens.text.length;
  }

  text(i: number): string {
    return this.tokens.text.slice(this.start(i), this.end(i));
  }

  /** Whether token `i` is the keyword `word` (lower case), in any case. */
  isWord(i: number, word: string): boolean {
    if (this.kind(i) !== T.Name || this.end(i) - this.start(i) !== word.length) return false;
    const text = this.text(i);
    return text === word || text.toLowerCase() === word;
  }

  isTrivia(i: number): boolean {
    const kind = this.kind(i);
    return (
      kind === T.Comment || kind === T.DocComment || kind === T.OpenTag || kind === T.InlineHtml || kind === T.CloseTag
    );
  }

  /** The first token at or after `i` that is no comment or tag. */
  next(i: number): number {
    while (i < this.count && this.isTrivia(i)) i += 1;
    return i;
  }

  /** The last token at or before `i` that is no comment or tag; -1 when there is none. */
  previous(i: number): number {
    while (i >= 0 && this.isTrivia(i)) i -= 1;
    return i;
  }

  /** Column of token `i` when it is the first on its line, else -1. */
  indent(i: number): number {
    const { text } = this.tokens;
    const start = this.start(i);
    for (let at = start - 1; at >= 0; at -= 1) {
      const code = text.charCodeAt(at);
      if (code === 10) return start - at - 1;
      if (code !== 32 && code !== 9) return -1;
    }
    return start;
  }

  /** Column at which the line of token `i` begins (its first non-blank character). */
  lineIndent(i: number): number {
    const { text } = this.tokens;
    const lineStart = text.lastIndexOf('\n', this.start(i) - 1) + 1;
    let at = lineStart;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
    return at - lineStart;
  }

  opens(i: number): boolean {
    return nesting[this.kind(i)] === 1;
  }

  closes(i: number): boolean {
    return nesting[this.kind(i)] === -1;
  }

  /**
   * From the opening bracket `open`, the index of its partner; where `stop` says so, or text ends, the index there.
   * Kinds of brackets are not told apart: a wrong one costs this group, not the file.
   */
  match(open: number, stop?: (i: number, depth: number) => boolean, limit = this.count): number {
    let depth = 0;
    for (let i = open; i < limit; i += 1) {
      if (i > open && stop?.(i, depth) === true) return i;
      if (this.opens(i)) depth += 1;
      else if (this.closes(i)) {
        depth -= 1;
        if (depth === 0) return i;
      }
    }
    return limit;
  }

  island(first: number, last: number): Island {
    return { first, last, start: this.start(first), end: last > first ? this.end(last - 1) : this.start(first) };
  }

  span(i: number): Span {
    return { start: this.start(i), end: this.end(i) };
  }
}

const escapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\x1b',
  f: '\f',
  '\\': '\\',
  $: '$',
  '"': '"',
};

/** The value of a quoted literal token, or undefined when it interpolates or is unterminated. */
export function literalText(token: string): string | undefined {
  const quote = token[0];
  if (token.length < 2 || token.at(-1) !== quote) return undefined;
  const inner = token.slice(1, -1);
  if (quote === "'") return inner.includes('\\') ? inner.replace(/\\([\\'])/g, '$1') : inner;
  if (quote !== '"' || /(?<!\\)(?:\\\\)*(?:\$[A-Za-z_{]|\{\$)/.test(inner)) return undefined;
  return inner.includes('\\') ? unescapeDouble(inner) : inner;
}

function unescapeDouble(inner: string): string {
  return inner.replace(
    /\\(?:([ntrvef\\$"])|([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u\{([0-9A-Fa-f]+)\})/g,
    (whole, simple?: string, octal?: string, hex?: string, unicode?: string) => {
      if (simple !== undefined) return escapes[simple] ?? whole;
      if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8) & 0xff);
      const code = parseInt(hex ?? unicode ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
