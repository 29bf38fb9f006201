/**
 * A tolerant lexer of PHP text. It never throws and never fails: whatever the text, the tokens cover it in order.
 * Where PHP would give up (an unterminated string), it ends the token at its line end, so that one missing quote costs
 * one line and not the rest of the file.
 */

/** Token kinds. Single punctuation characters are their own character code (below 128). */
export const T = {
  InlineHtml: 128,
  OpenTag: 129,
  CloseTag: 130,
  Comment: 131,
  DocComment: 132,
  Variable: 133,
  /** An identifier or a (qualified) name: `foo`, `Foo\bar`, `\Foo`. */
  Name: 134,
  Number: 135,
  /** Quoted text, including its quotes. */
  String: 136,
  Heredoc: 137,
  /** `=>` */
  DoubleArrow: 138,
  /** `->` or `?->` */
  Arrow: 139,
  /** `::` */
  DoubleColon: 140,
  /** `#[`, closed by a plain `]` */
  AttributeOpen: 141,
  /** `...` */
  Ellipsis: 142,
} as const;

/** Columns of tokens over one text; offsets in UTF-16 code units, `end` exclusive. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly kind: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Every text and comment has its end, beyond doubt: what follows cannot change these tokens. */
  readonly isSettled: boolean;
  /** Characters that were read to find them: what tests count. */
  readonly lexed: number;
  /** Characters that were searched for ends beyond those of the tokens: see {@link searchFactor}. */
  readonly searched: number;
}

const charSet = (chars: string) => {
  const table = new Uint8Array(128);
  for (const char of chars) table[char.charCodeAt(0)] = 1;
  return table;
};
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_';
const identStart = charSet(letters);
const identPart = charSet(`${letters}0123456789`);
const digits = charSet('0123456789');
const numberPart = charSet('0123456789abcdefABCDEFxXoO_.');

const isIdentStart = (code: number) => code >= 128 || identStart[code] === 1;
const isIdentPart = (code: number) => code >= 128 || identPart[code] === 1;
const isDigit = (code: number) => code < 128 && digits[code] === 1;

const NL = 10;
const CR = 13;
const BACKSLASH = 92;

/**
 * What a search for an end that turns out to be missing may look through, in characters per character of text: more than
 * any real file needs, and a bound for texts made of nothing but beginnings.
 */
const searchFactor = 8;

/** A declaration or an entry; `/**` of the next doc comment. */
const looksLikeCode =
  /^(?:(?:public|protected|private|static|abstract|final|function|class|interface|trait|enum|const|namespace|use) |\$\w+ =|\/\*\*|'\w+' *=>)/;

export function lex(text: string): Tokens {
  const asWritten = new Lexer(text, false);
  const tokens = asWritten.run();
  // Code that PHP would read to its end means what it says.
  if (!asWritten.isDoubtful || (!asWritten.isOpen && isSound(tokens))) return tokens;
  return new Lexer(text, true).run();
}

/** Whether every bracket has its partner, and no text is followed by what can only be another's inside. */
function isSound({ text, count, kind, start, end }: Tokens): boolean {
  const open: number[] = [];
  let isText = false;
  for (let i = 0; i < count; i += 1) {
    const one = kind[i] ?? 0;
    if (one === T.Comment || one === T.DocComment) continue;
    const isValue = one === T.String || one === T.Variable || one === T.Number;
    if (isText && (isValue || (one === T.Name && !infix.test(text.slice(start[i], end[i]))))) return false;
    isText = one === T.String;
    if (one === 40 || one === 123) open.push(one === 40 ? 41 : 125);
    else if (one === 91 || one === T.AttributeOpen) open.push(93);
    else if ((one === 41 || one === 93 || one === 125) && open.pop() !== one) return false;
  }
  return open.length === 0;
}

const infix = /^(and|or|xor|as|instanceof)$/i;

export class Lexer {
  private kind: Uint8Array;
  private start: Int32Array;
  private end: Int32Array;
  private count = 0;
  private searchable: number;

  /** Whether a text of several lines ends where one may begin, in code with a quote missing. */
  isDoubtful = false;
  /** Whether something has no end. */
  isOpen = false;
  /** Whether a comment ends where the code behind it seems to begin. */
  private isCut = false;

  constructor(
    private readonly text: string,
    /** Whether a doubtful end is none. */
    private readonly repairs: boolean,
    /** About as many tokens as there will be. */
    guess = (text.length >> 2) + 16,
  ) {
    this.searchable = 4096 + text.length * searchFactor;
    this.kind = new Uint8Array(guess);
    this.start = new Int32Array(guess);
    this.end = new Int32Array(guess);
  }

  run(): Tokens {
    const { text } = this;
    let at = 0;
    while (at < text.length) at = this.html(at);
    return this.tokens(at);
  }

  /** PHP code from a position on, up to what `isEnd` says of a position behind a token; undefined where it ends before. */
  code(from: number, isEnd: (position: number) => boolean): Tokens | undefined {
    const { text } = this;
    let at = from;
    while (at < text.length && !isEnd(at)) {
      const code = text.charCodeAt(at);
      if (code === 63 && text.charCodeAt(at + 1) === 62) return undefined;
      at = this.token(at, code);
    }
    return this.tokens(at - from);
  }

  private tokens(lexed: number): Tokens {
    const { text, count } = this;
    return {
      text,
      count,
      kind: this.kind.slice(0, count),
      start: this.start.slice(0, count),
      end: this.end.slice(0, count),
      isSettled: !this.isDoubtful && !this.isOpen && !this.isCut,
      lexed,
      searched: 4096 + text.length * searchFactor - this.searchable,
    };
  }

  private push(kind: number, start: number, end: number): number {
    if (this.count === this.kind.length) this.grow();
    this.kind[this.count] = kind;
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.count += 1;
    return end;
  }

  private grow() {
    const size = this.kind.length * 2;
    const kind = new Uint8Array(size);
    const start = new Int32Array(size);
    const end = new Int32Array(size);
    kind.set(this.kind);
    start.set(this.start);
    end.set(this.end);
    Object.assign(this, { kind, start, end });
  }

  /** Text up to and including the next open tag, then PHP up to its close tag. Returns where that ended. */
  private html(from: number): number {
    const { text } = this;
    let open = from;
    for (;;) {
      open = text.indexOf('<?', open);
      if (open < 0) return this.push(T.InlineHtml, from, text.length);
      if (text.startsWith('<?=', open) || /^<\?php(?:\s|$)/i.test(text.slice(open, open + 6))) break;
      open += 2;
    }
    if (open > from) this.push(T.InlineHtml, from, open);
    let at = this.push(T.OpenTag, open, text.startsWith('<?=', open) ? open + 3 : open + 5);
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 63 && text.charCodeAt(at + 1) === 62) return this.push(T.CloseTag, at, at + 2);
      at = this.token(at, code);
    }
    return at;
  }

  private token(at: number, code: number): number {
    const { text } = this;
    if (code <= 32 || code === 0xfeff) return at + 1;
    const next = text.charCodeAt(at + 1);
    if (isIdentStart(code) || (code === BACKSLASH && isIdentStart(next))) return this.name(at);
    switch (code) {
      case 36: // $
        return isIdentStart(next) ? this.push(T.Variable, at, this.identEnd(at + 1)) : this.push(code, at, at + 1);
      case 39: // '
      case 96: // `
        return this.push(T.String, at, this.stringEnd(at, code, false));
      case 34: // "
        return this.push(T.String, at, this.stringEnd(at, code, true));
      case 47: // /
        if (next === 47) return this.push(T.Comment, at, this.lineCommentEnd(at));
        if (next === 42) return this.blockComment(at);
        break;
      case 35: // #
        if (next === 91) return this.push(T.AttributeOpen, at, at + 2);
        return this.push(T.Comment, at, this.lineCommentEnd(at));
      case 61: // =
        if (next === 62) return this.push(T.DoubleArrow, at, at + 2);
        break;
      case 45: // -
        if (next === 62) return this.push(T.Arrow, at, at + 2);
        break;
      case 63: // ?
        if (next === 45 && text.charCodeAt(at + 2) === 62) return this.push(T.Arrow, at, at + 3);
        break;
      case 58: // :
        if (next === 58) return this.push(T.DoubleColon, at, at + 2);
        break;
      case 46: // .
        if (next === 46 && text.charCodeAt(at + 2) === 46) return this.push(T.Ellipsis, at, at + 3);
        if (isDigit(next)) return this.push(T.Number, at, this.numberEnd(at));
        break;
      case 60: // <
        if (next === 60 && text.charCodeAt(at + 2) === 60) return this.heredoc(at);
        if (next === 61 && text.charCodeAt(at + 2) === 62) return this.push(code, at, at + 3); // <=> holds no =>
        break;
    }
    if (isDigit(code)) return this.push(T.Number, at, this.numberEnd(at));
    return this.push(code, at, at + 1);
  }

  private identEnd(at: number): number {
    const { text } = this;
    while (at < text.length && isIdentPart(text.charCodeAt(at))) at += 1;
    return at;
  }

  private name(at: number): number {
    const { text } = this;
    let end = at;
    do {
      end = this.identEnd(text.charCodeAt(end) === BACKSLASH ? end + 1 : end);
    } while (text.charCodeAt(end) === BACKSLASH && isIdentStart(text.charCodeAt(end + 1)));
    return this.push(T.Name, at, end);
  }

  private numberEnd(at: number): number {
    const { text } = this;
    const hex = /^0[xX]/.test(text.slice(at, at + 2));
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const exponentSign = !hex && (code === 43 || code === 45) && /[eE]/.test(text[at - 1] ?? '');
      if (!exponentSign && !(code < 128 && numberPart[code] === 1)) break;
      if (code === 46 && text.charCodeAt(at + 1) === 46) break;
      at += 1;
    }
    return at;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    if (end < 0) return this.text.length;
    return this.text.charCodeAt(end - 1) === CR ? end - 1 : end;
  }

  /** A search from `at` came to `to` in vain: the token ends with its line, and such searches get fewer. */
  private unterminated(at: number, to: number): number {
    this.isOpen = true;
    this.searchable -= to - at;
    return this.lineEnd(at);
  }

  private lineCommentEnd(at: number): number {
    const { text } = this;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NL || code === CR) return at;
      if (code === 63 && text.charCodeAt(at + 1) === 62) return at; // ?>
    }
    return at;
  }

  private blockComment(at: number): number {
    const { text } = this;
    const isDoc = text.charCodeAt(at + 2) === 42 && text.charCodeAt(at + 3) <= 32;
    const close = this.searchable > 0 ? text.indexOf('*/', at + 2) : -1;
    const end = close < 0 ? text.length : close + 2;
    const stars = isDoc ? this.starredEnd(at, end, close < 0) : end;
    if (stars < end) {
      this.isCut = true;
      this.searchable -= end - stars;
    } else if (close < 0) return this.push(T.Comment, at, this.unterminated(at, end));
    return this.push(isDoc ? T.DocComment : T.Comment, at, stars);
  }

  /**
   * Where a doc comment ends whose `*\/` is missing, so that the text or another one's `*\/` seems to end it at `end`:
   * before the first line without a star, when that is code and another comment begins behind it, or there is no end.
   */
  private starredEnd(at: number, end: number, isOpen: boolean): number {
    const { text } = this;
    const another = isOpen || text.lastIndexOf('/*', end - 3) > at;
    let stars = this.lineEnd(at);
    for (let line = text.indexOf('\n', at); line >= 0 && line < end; line = text.indexOf('\n', line + 1)) {
      let i = line + 1;
      while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i += 1;
      const code = text.charCodeAt(i);
      if (code === 42) stars = this.lineEnd(i);
      else if (code === 47 && text.charCodeAt(i + 1) < 33)
        return i + 1; // Of its last star only the slash is left.
      else if (code !== NL && code !== CR && (isOpen || (another && this.isCodeLine(i)))) return stars;
      else if (code !== NL && code !== CR) return end;
    }
    return isOpen ? stars : end;
  }

  /** Whether code begins at `i`; where the next line has a star, it stands in the middle of a comment. */
  private isCodeLine(i: number): boolean {
    const { text } = this;
    return (
      looksLikeCode.test(text.slice(i, i + 60)) && !/^\s*\*/.test(text.slice(this.lineEnd(i), this.lineEnd(i) + 60))
    );
  }

  /** Where the string that opens at `at` ends; at its line end when its closing quote seems to open something else. */
  private stringEnd(at: number, quote: number, interpolates: boolean): number {
    const { text } = this;
    const oneLine = this.searchable <= 0;
    let lines = false;
    let i = at + 1;
    for (; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === BACKSLASH) i += 1;
      else if (code === NL) {
        if (oneLine) break;
        lines = true;
      } else if (code === quote) {
        if (lines && isIdentPart(text.charCodeAt(i + 1))) break;
        if (lines && !this.closes(i, quote)) {
          if (this.repairs) break;
          this.isDoubtful = true;
        }
        return i + 1;
      } else if (interpolates && this.interpolates(i, code)) i = this.interpolationEnd(i) - 1;
    }
    return this.unterminated(at, i);
  }

  /**
   * Whether the quote at `i`, on a later line than its partner, closes a string. Where a quote is missing, it is one
   * that opens, and the number of quotes behind it on its line is odd.
   */
  private closes(i: number, quote: number): boolean {
    const { text } = this;
    let even = true;
    let at = i + 1;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === NL || (even && code === 47 && text.charCodeAt(at + 1) === 47)) break;
      if (code === BACKSLASH) at += 1;
      else if (code === quote) even = !even;
    }
    this.searchable -= at - i;
    return even;
  }

  /** `{$` or `${` */
  private interpolates(at: number, code: number): boolean {
    const next = this.text.charCodeAt(at + 1);
    return (code === 123 && next === 36) || (code === 36 && next === 123);
  }

  /** `{$a["k"]}` inside a double-quoted string: its own quotes do not end the string. Limited to one line. */
  private interpolationEnd(at: number): number {
    const { text } = this;
    let depth = 0;
    let quote = 0;
    let i = at;
    for (; i < text.length && this.searchable > 0; i += 1) {
      const code = text.charCodeAt(i);
      if (code === NL) break;
      if (quote !== 0) {
        if (code === BACKSLASH) i += 1;
        else if (code === quote) quote = 0;
      } else if (code === 39 || code === 34) quote = code;
      else if (code === 123) depth += 1;
      else if (code === 125 && (depth -= 1) === 0) return i + 1;
    }
    this.searchable -= i - at;
    return at + 1;
  }

  private heredoc(at: number): number {
    const { text } = this;
    const head = /^<<<[ \t]*(["']?)([A-Za-z_\x80-\uffff][\w\x80-\uffff]*)\1\r?\n/.exec(text.slice(at, at + 200));
    if (!head) return this.push(60, at, at + 1);
    const label = head[2] ?? '';
    let line = at + head[0].length;
    while (line <= text.length && this.searchable > 0) {
      let i = line;
      while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i += 1;
      if (text.startsWith(label, i) && !isIdentPart(text.charCodeAt(i + label.length)))
        return this.push(T.Heredoc, at, i + label.length);
      const next = text.indexOf('\n', line);
      if (next < 0) break;
      line = next + 1;
    }
    return this.push(T.Heredoc, at, this.unterminated(at, line));
  }
}
