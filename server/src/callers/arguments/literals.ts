import { firstAtOrAbove } from '../../php/cursor.ts';
import type { CallArgument, ArgumentStyle, PathStep } from '../callArgument.ts';
import type { CallSite } from '../callSite.ts';
import { J } from '../javascript.ts';
import type { JsTokens } from '../javascript.ts';

/** Levels of arguments that are looked through. */
const maxDepth = 20;
/** Tokens of a call in which a variable is looked for. */
const maxCall = 60;
/** Words before a `(` that is no call. */
const beforeExpression = /^(return|await|yield|case|new|in|of)$/;

/**
 * The place in object and array literals that an offset is at, when those are the arguments of a call that `sites`
 * name: `args` of a request, what is passed behind a name, a variable that gets there, what stands beside `wsfunction`.
 * Brackets are read from what stands before the offset, so that what follows may be missing.
 */
export function literalArgumentAt(
  tokens: JsTokens,
  sites: readonly CallSite[],
  offset: number,
  style: ArgumentStyle,
  /** The text is the arguments of its one call. */
  isAll = false,
): CallArgument | undefined {
  if (tokens.comments.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  return new Literals(tokens, sites, isAll).place(offset, style);
}

/** A call, and the token that names its function. */
interface Call {
  readonly site: CallSite;
  readonly at: number;
}

class Literals {
  private readonly calls: readonly Call[];

  constructor(
    private readonly tokens: JsTokens,
    private readonly sites: readonly CallSite[],
    private readonly isAll: boolean,
  ) {
    this.calls = sites.flatMap((site) => {
      const at = this.lastBefore(site.span.start + 1);
      return site.span.end <= (tokens.end[at] ?? -1) ? [{ site, at }] : [];
    });
  }

  place(offset: number, style: ArgumentStyle): CallArgument | undefined {
    const { text, kind, parent } = this.tokens;
    const typed = this.typedAt(offset);
    if (typed === undefined) return undefined;
    const { token, before } = typed;
    // `name::class`, `name.length`
    const isPicked =
      token !== undefined && kind[token + 1] === 46 && this.tokens.start[token + 1] === this.tokens.end[token];
    if (before < 0 || isPicked) return undefined;
    const open = isOpening(kind[before]) ? before : (parent[before] ?? -1);
    if (kind[open] !== 123) return undefined;
    const isKey = before === open || kind[before] === 44; // ,
    if (!isKey && (kind[before] !== 58 || !this.isEntryStart(before - 1, open))) return undefined;
    const found = this.call(open);
    if (!found) return undefined;
    const { start, end, quote, closed } = this.slot(token, offset);
    if (!/^[\w[\]]*$/.test(text.slice(start, end))) return undefined;
    const keys = [...this.keys(open)].filter((key) => key !== (isKey ? token : before - 1));
    const written = keys.find((key) => kind[key] === J.String);
    return {
      name: found.name,
      path: found.path,
      part: isKey ? 'key' : 'value',
      key: isKey ? text.slice(start, end) : this.name(before - 1),
      span: { start, end },
      quote,
      closed,
      hasSeparator: /^\s*(?::|=>)/.test(text.slice(closed ? end + 1 : end, end + 100)),
      present: new Set(keys.map((key) => this.name(key))),
      style: {
        separator: style.separator,
        quote: written === undefined ? style.quote : text[this.tokens.start[written] ?? 0],
        isFlat: style.isFlat && found.isForm && found.path.length === 0,
      },
    };
  }

  /** The token that a cursor is typing in, if any, and the one before it; undefined inside of anything else. */
  private typedAt(offset: number): { token: number | undefined; before: number } | undefined {
    const { text, kind, start, end } = this.tokens;
    const last = this.lastBefore(offset);
    const isIn = offset < (end[last] ?? 0);
    const ends = offset === end[last];
    if (kind[last] === J.String) {
      const token = text.slice(start[last], end[last]);
      if (isIn || (ends && (token.length < 2 || !token.endsWith(token.charAt(0)))))
        return { token: last, before: last - 1 };
    } else if (kind[last] === J.Identifier && (isIn || ends)) return { token: last, before: last - 1 };
    if (isIn) return undefined;
    const isWord = kind[last + 1] === J.Identifier && start[last + 1] === offset;
    return { token: isWord ? last + 1 : undefined, before: last };
  }

  /** A text that is typed half ends where its word ends. */
  private slot(token: number | undefined, offset: number) {
    if (token === undefined) return { start: offset, end: offset, quote: undefined, closed: false };
    const { text, kind, start: starts, end: ends } = this.tokens;
    const from = starts[token] ?? 0;
    if (kind[token] !== J.String) return { start: from, end: ends[token] ?? 0, quote: undefined, closed: false };
    const quote = text.charAt(from);
    const word = /^\w*(?:\[\w*\]?)*/.exec(text.slice(from + 1, ends[token]))?.[0] ?? '';
    const end = Math.max(from + 1 + word.length, offset);
    return { start: from + 1, end, quote, closed: text[end] === quote };
  }

  /** The function whose arguments hold the literal at `open`, and the way to it. */
  private call(open: number): { name: string; path: PathStep[]; isForm: boolean } | undefined {
    const { kind, parent } = this.tokens;
    const path: PathStep[] = [];
    let at = open;
    while (at >= 0 && path.length < maxDepth && this.isLiteral(at)) {
      const found = this.argumentOf(at);
      if (found) {
        const { site, argument } = found;
        const start = site.kind === 'method' ? [this.parameterOf(argument)] : [];
        return { name: site.name, path: [...start, ...path], isForm: site.kind === 'wsfunction' };
      }
      let outer = parent[at] ?? -1;
      // `({…})`, `list.map((x) => ({…}))`
      while (kind[outer] === 40) {
        if (this.isCall(outer)) {
          if (!/^(map|array_map)$/.test(this.word(outer - 1))) return undefined;
          path.unshift(undefined);
        }
        at = outer;
        outer = parent[outer] ?? -1;
      }
      if (outer < 0) return undefined;
      const key = kind[outer] === 123 ? this.keyOf(at) : undefined;
      path.unshift(key);
      at = outer;
    }
    return undefined;
  }

  /** Not a block, a piece of a template, or what picks an element. */
  private isLiteral(at: number): boolean {
    const { kind } = this.tokens;
    const before = kind[at - 1] ?? 0;
    if (before === J.Template || before === 41 || before === 93) return false;
    if (before === J.Identifier) return beforeExpression.test(this.word(at - 1));
    // The block of an arrow function.
    return kind[at] !== 123 || before !== 62;
  }

  private isCall(open: number): boolean {
    const { kind } = this.tokens;
    const before = kind[open - 1] ?? 0;
    if (before === J.Identifier) return !beforeExpression.test(this.word(open - 1));
    return before === 41 || before === 93 || (before === 62 && kind[open - 2] !== 61);
  }

  /** The call that the literal at `at` is passed to, and the token that passes it. */
  private argumentOf(at: number): { site: CallSite; argument: number } | undefined {
    const { kind, parent } = this.tokens;
    const outer = parent[at] ?? -1;
    if (this.isAll && outer < 0 && this.sites[0]) return { site: this.sites[0], argument: at };
    const call =
      this.calls.find(
        (one) => one.site.kind === 'wsfunction' && parent[one.at] === at && this.keyOf(one.at) === 'wsfunction',
      ) ??
      (kind[outer] === 123 && this.keyOf(at) === 'args' ? (this.requestOf(outer) ?? this.requestOf(at)) : undefined) ??
      (kind[outer] === 40 ? this.calls.find((one) => this.isBehind(at, one)) : undefined) ??
      this.calls.find((one) => this.isAnswered(at, one));
    return call ? { site: call.site, argument: at } : this.passedVariable(at);
  }

  /** The call that the object at `object` is a request of. */
  private requestOf(object: number) {
    const method = this.valueOf(object, 'methodname');
    if (method === undefined) return undefined;
    const { kind, parent } = this.tokens;
    return this.calls.find(({ site, at }) => {
      if (site.kind !== 'ajax') return false;
      let around = parent[at];
      while (kind[around ?? -1] === 40) around = parent[around ?? -1];
      // A constant of the file.
      return (
        around === object ||
        (kind[method] === J.Identifier && kind[at - 1] === 61 && this.word(at - 2) === this.word(method))
      );
    });
  }

  /** Which argument of a call token `i` begins: its name as written, or its position. */
  private parameterOf(i: number): PathStep {
    return this.argumentName(i) ?? this.commas(this.tokens.parent[i] ?? -1, i);
  }

  private argumentName(i: number): string | undefined {
    const { kind } = this.tokens;
    const isNamed = kind[i - 1] === 33 && kind[i - 2] === J.Identifier && (kind[i - 3] === 40 || kind[i - 3] === 44);
    return isNamed ? this.word(i - 2) : undefined;
  }

  /** How many commas of a bracket are before token `i`. */
  private commas(from: number, i: number): number {
    const { kind, parent } = this.tokens;
    let count = 0;
    for (let k = from; k < i; k += 1) if (kind[k] === 44 && parent[k] === parent[i]) count += 1;
    return count;
  }

  /** Whether token `i` begins what is passed to a call of PHP or the app: of a method any argument, else the one behind its name. */
  private isBehind(i: number, { site, at }: Call): boolean {
    const { parent } = this.tokens;
    if (site.kind === 'method') return parent[i] === at + 1;
    if (site.kind !== 'app' && site.kind !== 'php' && site.kind !== 'validation') return false;
    if (parent[at] !== parent[i]) return false;
    const name = this.argumentName(i);
    return name === undefined ? i > at && this.commas(at, i) === 1 : name === 'args' || name === 'params';
  }

  /** `['limit' => $limit] = self::validate_parameters(…)`: what is validated comes back under the same keys. */
  private isAnswered(i: number, { site, at }: Call): boolean {
    const { kind, parent, partner } = this.tokens;
    const close = partner[i] ?? -1;
    if (site.kind !== 'validation' || close < 0 || at <= close || at > close + maxCall) return false;
    return kind[close + 1] === 61 && parent[parent[at] ?? -1] === parent[i];
  }

  /** `const params = {…}; … site.read('x', params)` in the same block: the next such call. */
  private passedVariable(open: number): { site: CallSite; argument: number } | undefined {
    const { kind, parent } = this.tokens;
    if (kind[open - 1] !== 61) return undefined; // =
    // `params: Type =`
    const at = kind[open - 3] === 58 && kind[open - 4] === J.Identifier ? open - 4 : open - 2;
    if (kind[at] !== J.Identifier || kind[at - 1] === 46) return undefined;
    const variable = this.word(at);
    const blockEnd = this.endOf(parent[at] ?? -1);
    for (const call of this.calls) {
      if (call.at < open) continue;
      if (call.at > blockEnd) return undefined;
      const argument = this.variableIn(call, variable);
      if (argument !== undefined) return this.isOther(at, call.at) ? undefined : { site: call.site, argument };
    }
    return undefined;
  }

  /**
   * Whether the variable at token `at` is another at token `end`: it gets another value, whatever happens, in a statement
   * before, or a function or block around `end` has one of its own.
   */
  private isOther(at: number, end: number): boolean {
    const { kind, parent } = this.tokens;
    const variable = this.word(at);
    let replaced = false;
    for (let i = at + 1; i < end; i += 1) {
      const isBeside = parent[i] === parent[at];
      if (isBeside && kind[i] === 59 && replaced) return true; // ;
      if (kind[i] !== J.Identifier || kind[i - 1] === 46 || this.word(i) !== variable) continue;
      replaced ||= isBeside && kind[i + 1] === 61 && kind[i + 2] !== 61 && !this.isArrow(i + 1);
      const scope = this.scopeOf(i);
      if (scope !== undefined && end <= this.endOf(scope)) return true;
    }
    return false;
  }

  private isArrow(i: number): boolean {
    return this.tokens.kind[i] === 61 && this.tokens.kind[i + 1] === 62;
  }

  /** Where what sees the variable begins that token `i` declares in a block, or as a parameter; undefined if it does not. */
  private scopeOf(i: number): number | undefined {
    const { kind, parent, partner } = this.tokens;
    if (this.isArrow(i + 1)) return i + 3;
    const outer = parent[i] ?? -1;
    if (kind[outer] === 123) return /^(const|let|var)$/.test(this.word(i - 1)) ? outer : undefined;
    const close = partner[outer] ?? -1;
    if (kind[outer] !== 40 || close < 0 || /^(if|while|switch)$/.test(this.word(outer - 1))) return undefined;
    if (this.isArrow(close + 1)) return close + 3;
    return isOpening(kind[close + 1]) ? close + 1 : undefined;
  }

  /** Where the bracket or the expression ends that token `i` begins. */
  private endOf(i: number): number {
    const { kind, parent, partner } = this.tokens;
    let around = i;
    if (!isOpening(kind[i])) {
      around = parent[i] ?? -1;
      for (let k = i; parent[k] === around; k += 1) {
        if (kind[k] === 44 || kind[k] === 59) return k;
        k = Math.max(k, partner[k] ?? -1);
      }
    }
    while (around >= 0 && (partner[around] ?? -1) < 0) around = parent[around] ?? -1;
    return partner[around] ?? Infinity;
  }

  /** The token of a variable that is passed to a call. */
  private variableIn(call: Call, variable: string): number | undefined {
    const { kind, parent } = this.tokens;
    if (call.site.kind === 'ajax') {
      let object = parent[call.at] ?? -1;
      while (kind[object] === 40) object = parent[object] ?? -1;
      const value = this.valueOf(object, 'args');
      return value !== undefined && this.word(value) === variable ? value : undefined;
    }
    // Behind `(`, a comma, or the name of the argument.
    for (let i = call.at + 2; i < call.at + maxCall; i += 1)
      if ([40, 44, 33].includes(kind[i - 1] ?? 0) && this.word(i) === variable && this.isBehind(i, call)) return i;
    return undefined;
  }

  /** The tokens of the keys of the literal at `open`; shorthands as well. */
  private *keys(open: number): Generator<number> {
    const { kind, parent, partner } = this.tokens;
    const close = partner[open] ?? -1;
    for (let i = open + 1; i < (close < 0 ? kind.length : close); i += 1) {
      if (parent[i] === open && this.isEntryStart(i, open) && (kind[i + 1] === 58 || this.isShorthand(i, close)))
        yield i;
      i = Math.max(i, partner[i] ?? -1);
    }
  }

  private isShorthand(i: number, close: number): boolean {
    const { kind, text, start } = this.tokens;
    return kind[i] === J.Identifier && (kind[i + 1] === 44 || i + 1 === close) && text[start[i] ?? 0] !== '$';
  }

  /** Whether a key can be at token `i`: behind a comma, or on a line of its own where one is missing. */
  private isEntryStart(i: number, open: number): boolean {
    const { text, kind, start, end } = this.tokens;
    if (kind[i] !== J.Identifier && kind[i] !== J.String) return false;
    if (i - 1 === open || kind[i - 1] === 44) return true;
    return kind[i - 1] !== 63 && kind[i - 1] !== 58 && text.slice(end[i - 1], start[i]).includes('\n'); // ? :
  }

  /** The key of the entry that token `i` is in. */
  private keyOf(i: number): string | undefined {
    const { kind, parent } = this.tokens;
    const outer = parent[i] ?? -1;
    let first = i;
    while (first - 1 > outer && !(kind[first - 1] === 44 && parent[first - 1] === outer)) first -= 1;
    return kind[first + 1] === 58 ? this.name(first) : undefined;
  }

  /** The first token of the value of a key; of a shorthand, the key. */
  private valueOf(open: number, name: string): number | undefined {
    for (const key of this.keys(open))
      if (this.name(key) === name) return this.tokens.kind[key + 1] === 58 ? key + 2 : key;
    return undefined;
  }

  /** The last token that begins before an offset; -1 when there is none. */
  private lastBefore(offset: number): number {
    return firstAtOrAbove(this.tokens.start, offset) - 1;
  }

  private word(i: number): string {
    return this.tokens.text.slice(this.tokens.start[i], this.tokens.end[i]);
  }

  /** A word without its quotes. */
  private name(i: number): string {
    return this.word(i).replace(/^['"]|['"]$/g, '');
  }
}

const isOpening = (kind: number | undefined): boolean => kind === 40 || kind === 91 || kind === 123;
