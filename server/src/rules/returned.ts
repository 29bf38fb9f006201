/** What the code of a method returns, as far as it is written out: literals, and a variable that holds one. */
import { arrayAt } from '../edits/arrayEdits.ts';
import type { ArrayLiteral } from '../edits/arrayEdits.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Island, Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';
import { closureLast } from './blocks.ts';
import { literalOf } from './literals.ts';

/** An item of an array that is returned. */
export interface ReturnedItem {
  /** Undefined in lists, for spread arrays and for keys that are computed. */
  readonly key: string | undefined;
  readonly keySpan: Span | undefined;
  readonly value: Returned;
}

/** What an expression gives. The span is that of the expression. */
export type Returned = Span &
  (
    | { readonly kind: 'null' }
    | { readonly kind: 'scalar'; readonly value: string | number | boolean }
    | {
        readonly kind: 'array';
        readonly literal: ArrayLiteral;
        readonly items: readonly ReturnedItem[];
        /** Every key is known, and nothing is spread into it. */
        readonly isWhole: boolean;
        /** `(object) […]` */
        readonly isObject: boolean;
      }
    /** `new`, with the class as written. */
    | { readonly kind: 'object'; readonly className: string }
    /** `f(…)`, `$x->f(…)` or `X::f(…)`, and nothing behind it. */
    | { readonly kind: 'call'; readonly name: string; readonly isMethod: boolean }
    /** `$x->name` */
    | { readonly kind: 'property'; readonly name: string }
    | { readonly kind: 'unknown' }
  );

/** The `return` statements of a method, those of functions inside it left out. */
export interface ReturnStatements {
  /** Undefined for `return;`. */
  readonly values: readonly (Returned | undefined)[];
  /** A method with `yield` returns a generator. */
  readonly isGenerator: boolean;
  /** The last statement throws or ends the request. */
  readonly endsInThrow: boolean;
}

/** Key: a version of a file, and a method of it. Gone with it. */
const memory = new WeakMap<MemberIsland, ReturnStatements>();

export function returnsOf(file: SourceFile, method: MemberIsland): ReturnStatements {
  let known = memory.get(method);
  if (!known) memory.set(method, (known = new Reader(file, method).read()));
  return known;
}

/** More arrays inside arrays, or variables, are not followed. */
const maxDepth = 20;

class Reader {
  private readonly c: Cursor;
  private codeMemo: ReadonlySet<number> | undefined;

  constructor(
    private readonly file: SourceFile,
    private readonly method: MemberIsland,
  ) {
    this.c = new Cursor(file.islands.tokens);
  }

  read(): ReturnStatements {
    const { c } = this;
    const values: (Returned | undefined)[] = [];
    let isGenerator = false;
    for (const i of this.code) {
      if (c.isWord(i, 'yield')) isGenerator = true;
      if (!c.isWord(i, 'return') || this.isName(i)) continue;
      const first = c.next(i + 1);
      const end = this.statementEnd(first);
      values.push(end > first ? this.expression(c.island(first, c.previous(end - 1) + 1), 0) : undefined);
    }
    return { values, isGenerator, endsInThrow: this.endsInThrow() };
  }

  /** The tokens of the body without those of functions inside it. */
  private get code(): ReadonlySet<number> {
    return (this.codeMemo ??= new Set(this.ownTokens()));
  }

  private *ownTokens(): Generator<number> {
    const { c } = this;
    const { first, last } = this.method.body ?? { first: 0, last: 0 };
    for (let i = first; i < last; i += 1) {
      if (c.isWord(i, 'function') && !this.isName(i)) {
        i = closureLast(c, i, last);
      } else yield i;
    }
  }

  /** Whether a word names a member: `$x->return`, `X::function`. */
  private isName(i: number): boolean {
    const before = this.c.kind(this.c.previous(i - 1));
    return before === T.Arrow || before === T.DoubleColon;
  }

  private statementEnd(first: number): number {
    const { c } = this;
    const last = (this.method.body?.last ?? 0) - 1;
    let end = first;
    while (end < last && c.kind(end) !== char(';') && c.kind(end) !== T.CloseTag)
      end = c.opens(end) ? c.skip(end) + 1 : end + 1;
    return end;
  }

  private endsInThrow(): boolean {
    const { c } = this;
    const { first, last } = this.method.body ?? { first: 0, last: 0 };
    let i = c.previous(last - 1);
    while (i > first && c.kind(i) === char('}')) i = c.previous(i - 1);
    // Back to the beginning of the statement that ends here.
    for (i = c.previous(i - 1); i > first; i = c.previous(i - 1)) {
      const before = c.kind(c.previous(i - 1));
      if (
        (before === char(';') || before === char('{') || before === char('}')) &&
        /^(throw|exit|die)$/i.test(c.text(i))
      )
        return true;
      if (c.kind(i) === char(';')) return false;
    }
    return false;
  }

  private expression(island: Island, depth: number): Returned {
    const { file, c } = this;
    const { start, end, first, last } = island;
    const span = { start, end };
    const literal = literalOf(file, island);
    if (literal.kind === 'null') return { ...span, kind: 'null' };
    if (literal.kind === 'scalar') return { ...span, kind: 'scalar', value: literal.value };
    if (depth >= maxDepth) return { ...span, kind: 'unknown' };
    if (literal.kind === 'array') return this.array(span, literal.array, false, depth);
    if (literal.kind === 'new') return this.created(island);
    const cast = c.next(first + 1);
    if (c.kind(first) === char('(') && c.isWord(cast, 'object') && c.kind(c.next(cast + 1)) === char(')')) {
      const array = arrayAt(file, c.island(c.next(c.next(cast + 1) + 1), last));
      if (array?.end === end) return this.array(span, array, true, depth);
    }
    if (c.kind(first) === T.Variable && c.next(first + 1) >= last) {
      const value = this.heldBy(first);
      return value ? this.expression(value, depth + 1) : { ...span, kind: 'unknown' };
    }
    return this.access(island);
  }

  private array(span: Span, literal: ArrayLiteral, isObject: boolean, depth: number): Returned {
    const { c } = this;
    const items = literal.items.map((item): ReturnedItem & { isKnown: boolean } => ({
      key: item.key,
      keySpan: item.keySpan,
      value: this.expression(item.value, depth + 1),
      isKnown: item.keySpan ? item.key !== undefined : c.kind(item.first) !== T.Ellipsis,
    }));
    return { ...span, kind: 'array', literal, items, isWhole: items.every(({ isKnown }) => isKnown), isObject };
  }

  /** `new X(…)` and nothing behind it. */
  private created({ first, last, start, end }: Island): Returned {
    const { c } = this;
    const name = c.next(first + 1);
    const open = c.next(name + 1);
    const isAlone = open >= last || (c.kind(open) === char('(') && c.next(c.skip(open) + 1) >= last);
    return c.kind(name) === T.Name && isAlone
      ? { start, end, kind: 'object', className: c.text(name) }
      : { start, end, kind: 'unknown' };
  }

  /** A call or a property of a variable. */
  private access({ first, last, start, end }: Island): Returned {
    const { c } = this;
    let name = first;
    let isMethod = false;
    const isStart = c.kind(first) === T.Variable || c.kind(first) === T.Name;
    for (let i = c.next(first + 1); isStart && i < last; i = c.next(i + 1)) {
      const kind = c.kind(i);
      if ((kind === T.Arrow || kind === T.DoubleColon) && c.kind(c.next(i + 1)) === T.Name) {
        isMethod = true;
        name = i = c.next(i + 1);
        if (kind === T.Arrow && c.next(i + 1) >= last && c.previous(c.previous(i - 1) - 1) === first)
          return { start, end, kind: 'property', name: c.text(i) };
      } else if (kind === char('(') && c.kind(name) === T.Name) {
        i = c.skip(i);
        if (c.next(i + 1) >= last) return { start, end, kind: 'call', name: c.text(name), isMethod };
      } else break;
    }
    return { start, end, kind: 'unknown' };
  }

  /** What a variable holds that is assigned once, and else only returned, here or as a whole. */
  private heldBy(use: number): Island | undefined {
    const { c, method } = this;
    const name = c.text(use);
    let value: Island | undefined;
    for (let i = method.first; i < method.last; i += 1) {
      if (c.kind(i) !== T.Variable || i === use || c.text(i) !== name) continue;
      const before = c.previous(i - 1);
      if (!this.code.has(i)) return undefined;
      if (c.isWord(before, 'return') && c.kind(c.next(i + 1)) === char(';')) continue;
      const equals = c.next(i + 1);
      const isStatement = [';', '{', '}'].some((one) => c.kind(before) === char(one));
      if (value || !isStatement || c.kind(equals) !== char('=') || c.kind(equals + 1) === char('=')) return undefined;
      const first = c.next(equals + 1);
      value = c.island(first, c.previous(this.statementEnd(first) - 1) + 1);
      // It may hold something of its own name before.
      if (value.first <= use && use < value.last) return undefined;
    }
    return value;
  }
}
