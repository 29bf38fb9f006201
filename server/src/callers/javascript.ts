/**
 * A tolerant scanner of JavaScript and TypeScript: strings, templates, comments, brackets. No parser: what is typed half
 * is the normal case. It never throws; an unterminated string ends at its line end.
 */
import type { Span } from '../php/cursor.ts';

/** Token kinds. Punctuation is its own character code (below 128). */
export const J = { Identifier: 128, String: 129, Template: 130, Number: 131, RegExp: 132 } as const;

/** Tokens of one script; offsets in the whole text. */
export interface JsTokens {
  readonly text: string;
  readonly span: Span;
  readonly kind: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** Index of the bracket around each token, -1 outside brackets. */
  readonly parent: readonly number[];
  /** For brackets the index of their partner, -1 when it is missing. */
  readonly partner: readonly number[];
  readonly comments: readonly Span[];
}

const wordsBeforeRegExp = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await'.split(' '),
);
const openerOf: Readonly<Record<number, number>> = { 41: 40, 93: 91, 125: 123 };

const isIdentifierPart = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 36 ||
  code >= 128;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** `isGroup`: the span begins with a bracket, and only what is up to its partner is wanted. */
export function scanJavaScript(text: string, span: Span = { start: 0, end: text.length }, isGroup = false): JsTokens {
  return new Scanner(text, span).run(isGroup);
}

class Scanner {
  private readonly kind: number[] = [];
  private readonly start: number[] = [];
  private readonly end: number[] = [];
  private readonly parent: number[] = [];
  private readonly partner: number[] = [];
  private readonly comments: Span[] = [];
  private readonly open: number[] = [];
  /** How many of each opening bracket are in `open`: a stray closing one is told at once. */
  private readonly openOf: Record<number, number> = { 40: 0, 91: 0, 123: 0 };
  /** For each template whose `${` is open: how many brackets were open before it. */
  private readonly templates: number[] = [];
  private readonly limit: number;

  constructor(
    private readonly text: string,
    private readonly span: Span,
  ) {
    this.limit = span.end;
  }

  run(isGroup: boolean): JsTokens {
    let at = this.span.start;
    while (at < this.limit && !(isGroup && (this.partner[0] ?? -1) > 0)) at = this.token(at);
    const { text, span, kind, start, end, parent, partner, comments } = this;
    return { text, span, kind, start, end, parent, partner, comments };
  }

  private push(kind: number, start: number, end: number): number {
    this.kind.push(kind);
    this.start.push(start);
    this.end.push(end);
    this.parent.push(this.open.at(-1) ?? -1);
    this.partner.push(-1);
    return end;
  }

  private token(at: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xfeff || code === 0xa0) return at + 1;
    if (isDigit(code)) return this.push(J.Number, at, this.wordEnd(at));
    if (isIdentifierPart(code)) return this.push(J.Identifier, at, this.wordEnd(at));
    switch (code) {
      case 34: // "
      case 39: // '
        return this.push(J.String, at, this.stringEnd(at, code));
      case 96: // `
        return this.template(at);
      case 47: // /
        return this.slash(at);
      case 40: // (
      case 91: // [
      case 123: // {
        this.opening(code, at);
        return at + 1;
      case 41: // )
      case 93: // ]
      case 125: // }
        return this.close(at, code);
      default:
        return this.push(code, at, at + 1);
    }
  }

  private wordEnd(at: number): number {
    while (at < this.limit && isIdentifierPart(this.text.charCodeAt(at))) at += 1;
    return at;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    if (end < 0 || end > this.limit) return this.limit;
    return this.text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  }

  private stringEnd(at: number, quote: number): number {
    const { text } = this;
    for (let i = at + 1; i < this.limit; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 92) {
        if (text.charCodeAt(i + 1) === 13 && text.charCodeAt(i + 2) === 10) i += 1;
        i += 1;
      } else if (code === 10) return this.lineEnd(at);
      else if (code === quote) return i + 1;
    }
    return this.lineEnd(at);
  }

  /** From a back-tick, or from the `}` that ends a `${`, to the end of that piece of the template. */
  private template(at: number): number {
    const { text } = this;
    for (let i = at + 1; i < this.limit; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 92) i += 1;
      else if (code === 96) return this.push(J.Template, at, i + 1);
      else if (code === 36 && text.charCodeAt(i + 1) === 123) {
        this.push(J.Template, at, i);
        this.templates.push(this.open.length);
        this.opening(123, i + 1);
        return i + 2;
      }
    }
    return this.push(J.Template, at, this.lineEnd(at));
  }

  private opening(code: number, at: number) {
    this.push(code, at, at + 1);
    this.open.push(this.kind.length - 1);
    this.openOf[code] = (this.openOf[code] ?? 0) + 1;
  }

  /** Brackets of other kinds that were left open inside end here as well. */
  private close(at: number, code: number): number {
    const { open, kind, openOf } = this;
    const wanted = openerOf[code] ?? 0;
    if (openOf[wanted] === 0) return this.push(code, at, at + 1);
    let opener: number;
    do {
      opener = open.pop() ?? 0;
      const code = kind[opener] ?? 0;
      openOf[code] = (openOf[code] ?? 1) - 1;
    } while (kind[opener] !== wanted);
    const depth = open.length;
    this.partner[opener] = kind.length;
    while ((this.templates.at(-1) ?? -1) > depth) this.templates.pop();
    const inTemplate = code === 125 && this.templates.at(-1) === depth;
    if (inTemplate) this.templates.pop();
    const end = inTemplate ? this.template(at) : this.push(code, at, at + 1);
    this.partner[this.partner[opener] ?? 0] = opener;
    return end;
  }

  private slash(at: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (next === 47) return this.comment(at, this.lineEnd(at));
    if (next === 42) {
      const close = text.indexOf('*/', at + 2);
      return this.comment(at, close < 0 || close + 2 > this.limit ? this.lineEnd(at) : close + 2);
    }
    const end = this.regExpMayFollow() ? this.regExpEnd(at) : undefined;
    return end === undefined ? this.push(47, at, at + 1) : this.push(J.RegExp, at, end);
  }

  private comment(start: number, end: number): number {
    this.comments.push({ start, end });
    return end;
  }

  private regExpMayFollow(): boolean {
    const last = this.kind.length - 1;
    if (last < 0) return true;
    const kind = this.kind[last] ?? 0;
    if (kind === J.Identifier) return wordsBeforeRegExp.has(this.text.slice(this.start[last], this.end[last]));
    return kind < 128 && kind !== 41 && kind !== 93 && kind !== 125;
  }

  private regExpEnd(at: number): number | undefined {
    let inClass = false;
    for (let i = at + 1; i < this.limit; i += 1) {
      const code = this.text.charCodeAt(i);
      if (code === 10) return undefined;
      if (code === 92) i += 1;
      else if (code === 91) inClass = true;
      else if (code === 93) inClass = false;
      else if (code === 47 && !inClass) return this.wordEnd(i + 1);
    }
    return undefined;
  }
}
