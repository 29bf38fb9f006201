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

const BRACE = 123;
/** How many brackets a `)` or `]` may end without being theirs: more are not worth a search. */
const maxUnclosed = 50;

/** Index of the first of some ascending numbers that is not below `least`. */
export function firstAtOrAbove(numbers: ArrayLike<number>, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const char = (text: string): number => text.charCodeAt(0);

interface Brackets {
  /**
   * By bracket: the index of its partner. For an opening one without, the complement of where it ends; for a closing one,
   * of its own index.
   */
  readonly partners: Int32Array;
  /** Brackets without a partner, in order. */
  readonly unpaired: readonly number[];
}

/** Valid as long as the tokens, and gone with them. */
const bracketsMemo = new WeakMap<Tokens, Brackets>();

/**
 * The partner of every opening bracket, all at once: asking for one after the other would be quadratic. A `)` or `]`
 * reaches beyond no brace and is a stray one then, so that a block survives what is wrong in it.
 */
function bracketsOf(tokens: Tokens): Brackets {
  const known = bracketsMemo.get(tokens);
  if (known) return known;
  const { kind, count } = tokens;
  const partners = new Int32Array(count).fill(~count);
  const unpaired: number[] = [];
  const open: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const change = nesting[kind[i] ?? 0];
    if (change === 0) continue;
    if (change === 1) {
      open.push(i);
      continue;
    }
    const found = partnerOf(kind, kind[i] ?? 0, open);
    if (found < 0) unpaired.push(i);
    else partners[open[found] ?? 0] = i;
    partners[i] = found < 0 ? ~i : (open[found] ?? 0);
    if (found < 0 && kind[i] !== BRACE + 2) continue;
    // Those that were left open inside end here.
    for (let k = open.length - 1; k > found; k -= 1) {
      partners[open[k] ?? 0] = ~i;
      unpaired.push(open[k] ?? 0);
    }
    open.length = Math.max(found, 0);
  }
  unpaired.push(...open);
  unpaired.sort((a, b) => a - b);
  const brackets = { partners, unpaired };
  bracketsMemo.set(tokens, brackets);
  return brackets;
}

/** Which of the `open` brackets a closing one of this kind closes; -1 for none. */
function partnerOf(kind: Uint8Array, closing: number, open: readonly number[]): number {
  const last = open.length - 1;
  const lowest = closing === BRACE + 2 ? 0 : Math.max(0, last - maxUnclosed);
  for (let k = last; k >= lowest; k -= 1) {
    const opened = kind[open[k] ?? 0];
    if (opened === closing - 2 || opened === closing - 1 || (opened === T.AttributeOpen && closing === 93)) return k;
    if (opened === BRACE) return -1;
  }
  return -1;
}

/** Reading helpers over tokens; every index may be out of range and then matches nothing. */
export class Cursor {
  private bracketsMemo: Brackets | undefined;
  /** The line that {@link lineIndent} was last asked about: most questions are about the same one. */
  private line = { start: 0, end: -1, indent: 0 };

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
    const start = this.start(i);
    if (start < this.line.start || start > this.line.end) {
      const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
      const lineEnd = text.indexOf('\n', start);
      let at = lineStart;
      while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
      this.line = { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd, indent: at - lineStart };
    }
    return this.line.indent;
  }

  opens(i: number): boolean {
    return nesting[this.kind(i)] === 1;
  }

  closes(i: number): boolean {
    return nesting[this.kind(i)] === -1;
  }

  /**
   * From the opening bracket `open`, the index of its partner. Where that is missing, or `stop` says so before, the
   * complement `~i` of the index where the group ends: at `stop`, at a brace that closes around, at the end.
   */
  match(open: number, stop?: (i: number) => boolean): number {
    const partner = this.brackets.partners[open] ?? ~this.count;
    const end = partner < 0 ? ~partner : partner;
    if (stop) for (let i = open + 1; i < end; i += 1) if (stop(i)) return ~i;
    return partner;
  }

  /** From a closing bracket, the index of its partner; itself where that is missing. */
  opening(close: number): number {
    const partner = this.brackets.partners[close] ?? ~close;
    return partner < 0 ? close : partner;
  }

  /** The last token of the group that opens at `open`. */
  skip(open: number, stop?: (i: number) => boolean): number {
    const end = this.match(open, stop);
    return end < 0 ? ~end - 1 : end;
  }

  /** The index of the next `stop` character outside brackets before `limit`, or of the bracket that closes around. */
  until(i: number, stop: string, limit = this.count): number {
    const code = char(stop);
    for (let at = i; at < limit; at += 1) {
      if (this.kind(at) === code) return at;
      if (this.opens(at)) at = this.skip(at);
      else if (this.closes(at)) return at;
    }
    return limit;
  }

  private get brackets(): Brackets {
    return (this.bracketsMemo ??= bracketsOf(this.tokens));
  }

  /** Whether the group that opens at `open` is closed, and so is every bracket in it. */
  isSound(open: number): boolean {
    const close = this.match(open);
    return close >= 0 && this.nextUnpaired(open) > close;
  }

  /** Whether bracket `i` has no partner. */
  isUnpaired(i: number): boolean {
    return this.nextUnpaired(i) === i;
  }

  /** The first bracket without a partner at or after `i`; infinite where there is none. */
  private nextUnpaired(i: number): number {
    const { unpaired } = this.brackets;
    return unpaired[firstAtOrAbove(unpaired, i)] ?? Infinity;
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
