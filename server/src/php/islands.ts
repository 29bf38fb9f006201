/**
 * The structure of a PHP file from its tokens: what it declares and where, without parsing bodies. Survives broken
 * code: an unbalanced bracket costs the member it is in, since members resynchronise on indentation.
 */
import { char, Cursor, literalText } from './cursor.ts';
import type { Island, Span } from './cursor.ts';
import { lex, T } from './lexer.ts';
import type { Tokens } from './lexer.ts';
import { ClassBody, memberStarts, modifiers } from './members.ts';
import type { MemberIsland, TraitRule } from './members.ts';
import type { NameScope } from './names.ts';
import { withoutLeadingBackslash } from './names.ts';

export type { MemberIsland };

type ClassKind = 'class' | 'interface' | 'trait' | 'enum';

export interface ClassIsland extends Island {
  readonly kind: ClassKind;
  /** Empty while the header is not there or half-typed. */
  readonly name: string;
  /** Fully qualified, without leading backslash. */
  readonly fqn: string;
  readonly nameSpan: Span;
  readonly isAbstract: boolean;
  readonly scope: NameScope;
  /** Names as written. */
  readonly extends: readonly string[];
  readonly implements: readonly string[];
  readonly traits: readonly string[];
  readonly traitRules: readonly TraitRule[];
  readonly doc: Span | undefined;
  readonly body: Island;
  readonly members: readonly MemberIsland[];
}

export interface FunctionIsland extends Island {
  readonly name: string;
  readonly fqn: string;
  readonly nameSpan: Span;
  readonly scope: NameScope;
}

/** `define('X', …)` or `const X = …` outside classes; the island is the value expression. */
export interface ConstantIsland extends Island {
  readonly fqn: string;
  readonly scope: NameScope;
}

export interface FileIslands {
  readonly tokens: Tokens;
  readonly classes: readonly ClassIsland[];
  readonly functions: readonly FunctionIsland[];
  readonly constants: readonly ConstantIsland[];
  /** Expressions behind require, include and their _once forms outside functions and classes. */
  readonly includes: readonly (Island & { readonly scope: NameScope })[];
  /** `class_alias('Original', 'Alias')` with literal or `::class` arguments, alias resolved to names. */
  readonly aliases: readonly { readonly original: Island; readonly alias: Island; readonly scope: NameScope }[];
  /** The scope at the end of the file: the one that top-level code of one-namespace files sees. */
  readonly scope: NameScope;
}

/** What begins a statement that is no continuation of the one before. */
const declarationWords = new Set(
  'namespace use class interface trait enum abstract final readonly function const require require_once include include_once'.split(
    ' ',
  ),
);

export const islandsOf = (text: string): FileIslands => islandsIn(lex(text));

export const islandsIn = (tokens: Tokens): FileIslands => new IslandReader(new Cursor(tokens)).read();

class IslandReader {
  /** What {@link scope} imports, to be added to: imports count for the whole of their namespace block. */
  private uses = emptyUses();
  private scope: NameScope = { ...this.uses, namespace: '' };
  private doc: Span | undefined;
  private readonly classes: ClassIsland[] = [];
  private readonly functions: FunctionIsland[] = [];
  private readonly constants: ConstantIsland[] = [];
  private readonly includes: FileIslands['includes'][number][] = [];
  private readonly aliases: FileIslands['aliases'][number][] = [];

  constructor(private readonly c: Cursor) {}

  read(): FileIslands {
    for (let i = 0; i < this.c.count;) {
      const end = this.topLevel(i);
      i = end > i ? end : i + 1;
    }
    const { classes, functions, constants, includes, aliases, scope } = this;
    return { tokens: this.c.tokens, classes, functions, constants, includes, aliases, scope };
  }

  /** Reads a declaration at token `i`; answers the index behind it, or `i` when there is none. */
  private topLevel(i: number): number {
    const { c } = this;
    const kind = c.kind(i);
    if (kind === T.DocComment) {
      this.doc = c.span(i);
      return i;
    }
    if (kind !== T.Name) {
      if (kind === 59 || kind === 125) this.doc = undefined; // ; }
      return i;
    }
    const word = c.text(i).toLowerCase();
    switch (word) {
      case 'namespace':
        return this.namespace(i);
      case 'use':
        return this.startsStatement(i) ? this.use(i) : i;
      case 'class':
      case 'interface':
      case 'trait':
      case 'enum':
        return this.isClassHeader(i) ? this.classLike(i, word) : i;
      case 'function':
        return this.globalFunction(i);
      case 'const':
        return this.globalConst(i);
      case 'define':
        return this.define(i);
      case 'require':
      case 'require_once':
      case 'include':
      case 'include_once':
        return this.include(i);
      case 'class_alias':
        return this.classAlias(i);
      default:
        return modifiers.has(word) && this.isLostMethod(i) ? this.headlessClass(i) : i;
    }
  }

  private namespace(i: number): number {
    const { c } = this;
    const at = c.next(i + 1);
    const named = c.kind(at) === T.Name && this.startsStatement(i);
    if (!named && c.kind(at) !== char('{')) return i;
    this.uses = emptyUses();
    this.scope = { ...this.uses, namespace: named ? withoutLeadingBackslash(c.text(at)) : '' };
    return at + 1;
  }

  /** `use A\B as C, D;` `use A\{B, function c};` `use function a\b;` */
  private use(i: number): number {
    const { c } = this;
    const end = this.statementEnd(i);
    const maps = this.uses;
    let group: keyof typeof maps = 'classes';
    let kind: keyof typeof maps = 'classes';
    let prefix = '';
    for (let at = c.next(i + 1); at < end; at = c.next(at + 1)) {
      if (c.kind(at) === char(',')) kind = group;
      if (c.kind(at) !== T.Name) continue;
      const name = withoutLeadingBackslash(c.text(at));
      const word = name.toLowerCase();
      if (word === 'function' || word === 'const') {
        kind = word === 'function' ? 'functions' : 'constants';
        if (prefix === '') group = kind;
      } else if (c.kind(c.next(at + 1)) === 92)
        prefix = `${name}\\`; // `A\{`: the lexer leaves the last backslash alone
      else {
        const as = c.next(at + 1);
        const alias = c.isWord(as, 'as') ? c.text(c.next(as + 1)) : (name.split('\\').at(-1) ?? name);
        maps[kind].set(kind === 'constants' ? alias : alias.toLowerCase(), prefix + name);
        if (c.isWord(as, 'as')) at = c.next(as + 1);
      }
    }
    return end;
  }

  /** Whether token `i` can begin a statement: nothing is before it, or it is the first on its line. */
  private startsStatement(i: number): boolean {
    const { c } = this;
    const before = c.kind(c.previous(i - 1));
    if (before === 41) return false; // function () use ($x)
    return before === 0 || before === 59 || before === 123 || before === 125 || c.indent(i) >= 0;
  }

  /**
   * The index of the `;` that ends the statement of token `i`; where that is missing, of the declaration that comes next
   * or of the brace that closes around.
   */
  private statementEnd(i: number): number {
    const { c } = this;
    const column = c.lineIndent(i);
    for (let at = i + 1; at < c.count; at += 1) {
      const kind = c.kind(at);
      if (kind === 59 || kind === T.CloseTag || kind === 125 || this.declarationStarts(at, column)) return at;
      if (kind === 123) at = c.skip(at, (i) => this.declarationStarts(i, column));
    }
    return c.count;
  }

  /** Whether token `i` is the first on a line that is indented no deeper than `column`, and a keyword of declarations. */
  private declarationStarts(i: number, column: number): boolean {
    const { c } = this;
    if (c.kind(i) !== T.Name || !declarationWords.has(c.text(i).toLowerCase())) return false;
    const indent = c.indent(i);
    return indent >= 0 && indent <= column && c.kind(c.next(i + 1)) !== char('(');
  }

  private isClassHeader(i: number): boolean {
    const { c } = this;
    let first = i;
    while (modifiers.has(c.text(c.previous(first - 1)).toLowerCase())) first = c.previous(first - 1);
    const before = c.previous(first - 1);
    // `#[X] class`; and behind a statement without a semicolon, on a line of its own.
    const starts = this.startsStatement(first) || c.kind(before) === 93 || c.indent(first) >= 0;
    if (c.isWord(before, 'new') || !starts) return false;
    const name = c.next(i + 1);
    if (c.kind(name) !== T.Name) return false;
    const after = c.next(name + 1);
    return c.kind(after) === char('{') || c.kind(after) === char(':') || c.kind(after) === T.Name || after >= c.count;
  }

  private classLike(i: number, kind: ClassKind): number {
    const { c } = this;
    const nameAt = c.next(i + 1);
    let first = i;
    let isAbstract = false;
    for (
      let at = c.previous(i - 1);
      at >= 0 && c.kind(at) === T.Name && modifiers.has(c.text(at).toLowerCase());
      at = c.previous(at - 1)
    ) {
      first = at;
      isAbstract ||= c.isWord(at, 'abstract');
    }
    const lists: Record<string, string[]> = { extends: [], implements: [] };
    let list: string[] | undefined;
    let open = c.next(nameAt + 1);
    for (; open < c.count && c.kind(open) !== char('{') && c.kind(open) !== char(';'); open = c.next(open + 1)) {
      if (c.kind(open) !== T.Name) continue;
      if (memberStarts(c, open, Infinity)) {
        open = c.previous(open - 1); // The brace is missing.
        break;
      }
      const word = c.text(open);
      if (/^(extends|implements)$/i.test(word)) list = lists[word.toLowerCase()];
      else list?.push(word);
    }
    if (c.kind(c.next(open + 1)) === char('{')) open = c.next(open + 1); // Behind a stray semicolon.
    return this.addClass(
      { kind, isAbstract, extends: lists['extends'] ?? [], implements: lists['implements'] ?? [] },
      first,
      nameAt,
      open,
      c.lineIndent(first),
    );
  }

  private addClass(
    facts: Pick<ClassIsland, 'kind' | 'isAbstract' | 'extends' | 'implements'>,
    first: number,
    nameAt: number,
    open: number,
    column: number,
  ): number {
    const { c, doc } = this;
    this.doc = undefined;
    const body = new ClassBody(c, open, column);
    const name = c.text(nameAt);
    this.classes.push({
      ...c.island(first, body.last),
      ...facts,
      name,
      fqn: this.scope.namespace === '' ? name : `${this.scope.namespace}\\${name}`,
      nameSpan: nameAt < 0 ? c.island(first, first) : c.span(nameAt),
      scope: this.scope,
      traits: body.traits,
      traitRules: body.traitRules,
      doc,
      body: c.island(open, body.last),
      members: body.members,
    });
    return body.last;
  }

  /** Whether a method begins at token `i`, which is outside of any class: PHP has no such functions. */
  private isLostMethod(i: number): boolean {
    const { c } = this;
    let at = i;
    while (modifiers.has(c.text(at).toLowerCase())) at = c.next(at + 1);
    return c.indent(i) > 0 && c.isWord(at, 'function') && c.kind(c.next(at + 1)) === T.Name;
  }

  /** The members of a class whose header is half-typed or gone, from a method at token `i` on; it has no name. */
  private headlessClass(i: number): number {
    const { c } = this;
    const open = c.kind(i - 1) === T.DocComment ? i - 2 : i - 1;
    const facts = { kind: 'class', isAbstract: false, extends: [], implements: [] } as const;
    this.doc = undefined; // It is the method's.
    return this.addClass(facts, i, -1, open, c.lineIndent(i) - 1);
  }

  private globalFunction(i: number): number {
    const { c } = this;
    let nameAt = c.next(i + 1);
    if (c.kind(nameAt) === char('&')) nameAt = c.next(nameAt + 1);
    if (c.kind(nameAt) !== T.Name || c.kind(c.next(nameAt + 1)) !== char('(')) return i;
    const column = c.lineIndent(i);
    const stop = (t: number) => this.declarationStarts(t, column) && c.kind(c.next(t + 1)) === T.Name;
    let at = c.skip(c.next(nameAt + 1), (t) => c.kind(t) === char('{') || c.kind(t) === 59 || stop(t)) + 1;
    while (at < c.count && c.kind(at) !== char('{') && c.kind(at) !== 59 && !stop(at)) at += 1;
    const last = c.kind(at) === char('{') ? c.skip(at, stop) + 1 : c.kind(at) === 59 ? at + 1 : at;
    const name = c.text(nameAt);
    const { scope } = this;
    this.functions.push({
      ...c.island(i, last),
      name,
      fqn: scope.namespace === '' ? name : `${scope.namespace}\\${name}`,
      nameSpan: c.span(nameAt),
      scope,
    });
    this.doc = undefined;
    return last;
  }

  private globalConst(i: number): number {
    const { c } = this;
    const end = this.statementEnd(i);
    let at = c.next(i + 1);
    while (at < end && c.kind(at) === T.Name && c.kind(c.next(at + 1)) === char('=')) {
      const stop = c.until(at, ',', end);
      const name = c.text(at);
      this.constants.push({
        ...c.island(c.next(c.next(at + 1) + 1), stop),
        fqn: this.scope.namespace === '' ? name : `${this.scope.namespace}\\${name}`,
        scope: this.scope,
      });
      at = c.next(stop + 1);
    }
    return end;
  }

  private define(i: number): number {
    const { c } = this;
    const open = c.next(i + 1);
    if (c.kind(open) !== char('(')) return i;
    const nameAt = c.next(open + 1);
    const comma = c.next(nameAt + 1);
    const name = c.kind(nameAt) === T.String ? literalText(c.text(nameAt)) : undefined;
    if (name === undefined || c.kind(comma) !== char(',')) return i;
    const close = this.statementEnd(i);
    const end = c.until(comma + 1, ',', close);
    this.constants.push({ ...c.island(c.next(comma + 1), end), fqn: withoutLeadingBackslash(name), scope: this.scope });
    return close;
  }

  private include(i: number): number {
    const { c } = this;
    const end = c.until(i + 1, ';', this.statementEnd(i));
    this.includes.push({ ...c.island(c.next(i + 1), end), scope: this.scope });
    return end;
  }

  private classAlias(i: number): number {
    const { c } = this;
    const open = c.next(i + 1);
    if (c.kind(open) !== char('(')) return i;
    const close = this.statementEnd(i);
    const comma = c.until(open + 1, ',', close);
    if (c.kind(comma) !== char(',')) return i;
    const end = c.until(comma + 1, ',', close);
    this.aliases.push({
      original: c.island(c.next(open + 1), comma),
      alias: c.island(c.next(comma + 1), end),
      scope: this.scope,
    });
    return close;
  }
}

const emptyUses = () => ({
  classes: new Map<string, string>(),
  functions: new Map<string, string>(),
  constants: new Map<string, string>(),
});
