/** The members of a class from its tokens. Each survives what is broken in the others: they resynchronise on indentation. */
import { char } from './cursor.ts';
import type { Cursor, Island, Span } from './cursor.ts';
import { T } from './lexer.ts';

type Visibility = 'public' | 'protected' | 'private';

/** A method, property, class constant or enum case. The island is the whole declaration without its doc comment. */
export interface MemberIsland extends Island {
  readonly kind: 'method' | 'property' | 'constant' | 'case';
  /** Without `$`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly visibility: Visibility;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly doc: Span | undefined;
  /** A method's parameter list with its parentheses, and its body with its braces. */
  readonly params: Island | undefined;
  readonly body: Island | undefined;
  /** The value of a constant, case or property, where it has one. */
  readonly value: Island | undefined;
}

/** `T::method insteadof U, V;` or `T::method as protected alias;` in the braces of a class's `use`. */
export interface TraitRule {
  /** As written; undefined where only the method is named. */
  readonly trait: string | undefined;
  readonly method: string;
  readonly alias: string | undefined;
  readonly insteadof: readonly string[];
}

export const modifiers = new Set(['public', 'protected', 'private', 'static', 'abstract', 'final', 'var', 'readonly']);

/** `? | &` */
const typePunctuation = new Set([63, 124, 38]);

/** What stands before a member's name. */
class MemberHead {
  first = -1;
  doc: Span | undefined;
  private words = new Set<string>();

  get hasWords(): boolean {
    return this.words.size > 0;
  }

  start(at: number) {
    if (this.first < 0) this.first = at;
  }

  add(at: number, word: string) {
    this.start(at);
    this.words.add(word);
  }

  facts(): Pick<MemberIsland, 'visibility' | 'isStatic' | 'isAbstract' | 'doc'> {
    const visibility = this.words.has('private') ? 'private' : this.words.has('protected') ? 'protected' : 'public';
    return { visibility, isStatic: this.words.has('static'), isAbstract: this.words.has('abstract'), doc: this.doc };
  }
}

/** What is in the braces of a class whose first line is indented `column` deep, from the brace at token `open` on. */
export class ClassBody {
  readonly members: MemberIsland[] = [];
  /** As written. */
  readonly traits: string[] = [];
  readonly traitRules: TraitRule[] = [];
  /** The index behind it. */
  readonly last: number;
  private head = new MemberHead();

  constructor(
    private readonly c: Cursor,
    open: number,
    private readonly column: number,
  ) {
    this.last = this.read(open);
  }

  private read(open: number): number {
    const { c, column } = this;
    let at = open + 1;
    while (at < c.count) {
      const kind = c.kind(at);
      if (kind === 125) {
        // A `}` indented deeper than the class is a stray one: it does not end the class.
        if (c.lineIndent(at) <= column || !this.membersFollow(at + 1)) return at + 1;
        at += 1;
      } else if (kind === T.DocComment) {
        this.head = new MemberHead();
        this.head.doc = c.span(at);
        at += 1;
      } else if (kind === T.AttributeOpen) {
        this.head.start(at);
        at = c.skip(at, (i) => memberStarts(c, i, Infinity)) + 1;
      } else if (kind === T.Variable) {
        at = this.property(at);
        this.head = new MemberHead();
      } else if (kind === 59 || c.opens(at)) {
        at = kind === 59 ? at + 1 : this.bodyEnd(at, Infinity);
        this.head = new MemberHead();
      } else if (kind === T.Name) {
        const word = c.text(at).toLowerCase();
        if (modifiers.has(word)) {
          this.head.add(at, word);
          at += 1;
        } else if (word === 'function' || word === 'const' || word === 'case' || word === 'use') {
          at = this.member(at, word);
          this.head = new MemberHead();
        } else {
          // A type, behind modifiers; without them a word that belongs to nothing.
          if (!this.head.hasWords) this.head = new MemberHead();
          at += 1;
        }
      } else {
        if (!typePunctuation.has(kind) && kind !== T.Comment) this.head = new MemberHead();
        at += 1;
      }
    }
    return c.count;
  }

  private membersFollow(i: number): boolean {
    const { c } = this;
    const at = c.next(i);
    if (c.kind(at) === 125) return true;
    return c.indent(at) > this.column && memberStarts(c, at, Infinity);
  }

  private member(at: number, word: 'function' | 'const' | 'case' | 'use'): number {
    if (word === 'function') return this.method(at);
    if (word === 'use') return this.traitUse(at);
    return this.constantsOf(at, word === 'case' ? 'case' : 'constant');
  }

  private traitUse(at: number): number {
    const { c } = this;
    let i = c.next(at + 1);
    for (; i < c.count && c.kind(i) !== 59 && c.kind(i) !== char('{') && c.kind(i) !== 125; i = c.next(i + 1))
      if (c.kind(i) === T.Name) this.traits.push(c.text(i));
    if (c.kind(i) !== char('{')) return i + (c.kind(i) === 59 ? 1 : 0);
    const last = c.skip(i);
    for (let from = i + 1; from < last;) {
      const to = c.until(from, ';', last);
      const rule = this.traitRule(from, to);
      if (rule) this.traitRules.push(rule);
      from = to + 1;
    }
    return last + 1;
  }

  private traitRule(from: number, to: number): TraitRule | undefined {
    const { c } = this;
    const first = c.next(from);
    const isQualified = c.kind(c.next(first + 1)) === T.DoubleColon;
    const method = isQualified ? c.next(c.next(first + 1) + 1) : first;
    const verb = c.next(method + 1);
    if (c.kind(method) !== T.Name || verb >= to) return undefined;
    const behind: string[] = [];
    for (let i = c.next(verb + 1); i < to; i = c.next(i + 1)) if (c.kind(i) === T.Name) behind.push(c.text(i));
    const rule = { trait: isQualified ? c.text(first) : undefined, method: c.text(method) };
    if (c.isWord(verb, 'insteadof')) return { ...rule, alias: undefined, insteadof: behind };
    const alias = c.isWord(verb, 'as') ? behind.find((word) => !modifiers.has(word.toLowerCase())) : undefined;
    return alias === undefined ? undefined : { ...rule, alias, insteadof: [] };
  }

  private method(at: number): number {
    const { c, head } = this;
    head.start(at);
    let nameAt = c.next(at + 1);
    if (c.kind(nameAt) === char('&')) nameAt = c.next(nameAt + 1);
    const isName =
      c.kind(nameAt) === T.Name && (c.kind(c.next(nameAt + 1)) === 40 || !memberStarts(c, nameAt, Infinity));
    if (!isName) return at + 1;
    const column = c.lineIndent(head.first);
    const open = c.next(nameAt + 1);
    let params: Island | undefined;
    let i = open;
    if (c.kind(open) === char('(')) {
      i = c.skip(open, (t) => c.kind(t) === char('{') || c.kind(t) === 59) + 1;
      params = c.island(open, i);
    }
    while (
      i < c.count &&
      c.kind(i) !== char('{') &&
      c.kind(i) !== 59 &&
      c.kind(i) !== 125 &&
      !memberStarts(c, i, column)
    )
      i += 1;
    let body: Island | undefined;
    if (c.kind(i) === char('{')) {
      const end = this.bodyEnd(i, column);
      body = c.island(i, end);
      i = end;
    } else if (c.kind(i) === 59) i += 1;
    this.members.push({
      ...c.island(head.first, i),
      ...head.facts(),
      kind: 'method',
      name: c.text(nameAt),
      nameSpan: c.span(nameAt),
      params,
      body,
      value: undefined,
    });
    return i;
  }

  /** The index behind the body that opens at `open`; before the next member, or the class's end, where braces do not balance. */
  private bodyEnd(open: number, column: number): number {
    const { c } = this;
    const isClosed = c.match(open) >= 0;
    const stop = (i: number) => {
      if (memberStarts(c, i, column)) return true;
      if (isClosed) return false;
      const indent = c.kind(i) === 125 ? c.indent(i) : -1;
      return indent >= 0 && indent <= this.column && indent < column;
    };
    return c.skip(open, stop) + 1;
  }

  /** `$a = 1, $b;` */
  private property(at: number): number {
    const { c, head } = this;
    head.start(at);
    const statementEnd = this.valueEnd(at);
    for (let i = at; i < statementEnd && c.kind(i) === T.Variable;) {
      const end = c.until(i, ',', statementEnd);
      const equals = c.next(i + 1);
      const value = c.kind(equals) === char('=') ? c.island(c.next(equals + 1), end) : undefined;
      this.add('property', i, end, value);
      i = c.next(end + 1);
    }
    return statementEnd;
  }

  /** A member that may have a value, with its name at token `i`, up to `end`. */
  private add(kind: 'property' | 'constant' | 'case', i: number, end: number, value: Island | undefined): void {
    const { c, head } = this;
    const written = c.text(i);
    this.members.push({
      ...c.island(head.first, end),
      ...head.facts(),
      kind,
      name: kind === 'property' ? written.slice(1) : written,
      nameSpan: c.span(i),
      params: undefined,
      body: undefined,
      value,
    });
  }

  private constantsOf(at: number, kind: 'constant' | 'case'): number {
    const { c, head } = this;
    head.start(at);
    const statementEnd = this.valueEnd(at);
    let i = c.next(at + 1);
    while (i < statementEnd) {
      if (kind === 'constant') while (i < statementEnd && c.kind(c.next(i + 1)) !== char('=')) i = c.next(i + 1);
      if (i >= statementEnd) break;
      const equals = c.next(i + 1);
      const end = c.until(i, ',', statementEnd);
      const value = c.kind(equals) === char('=') && equals < end ? c.island(c.next(equals + 1), end) : undefined;
      this.add(kind, i, end, value);
      i = c.next(end + 1);
    }
    return statementEnd;
  }

  /** The end of a member's value: its `;`, or where the next member starts when that is missing. */
  private valueEnd(at: number): number {
    const { c } = this;
    const column = c.lineIndent(at);
    for (let i = at + 1; i < c.count; i += 1) {
      if (c.kind(i) === 59 || c.closes(i) || memberStarts(c, i, column)) return i;
      if (c.opens(i)) {
        const close = c.match(i, (t) => memberStarts(c, t, column));
        if (close < 0) return ~close;
        i = close;
      }
    }
    return c.count;
  }
}

/** Whether a member begins at token `i`, first on a line that is indented no deeper than `column`. */
export function memberStarts(c: Cursor, i: number, column: number): boolean {
  if (c.kind(i) !== T.Name && c.kind(i) !== T.DocComment) return false;
  const isDoc = c.kind(i) === T.DocComment;
  const word = isDoc ? '' : c.text(i).toLowerCase();
  if (!isDoc && !modifiers.has(word) && word !== 'function') return false;
  const indent = c.indent(i);
  if (indent < 0 || indent > column) return false;
  if (isDoc) return declares(c, i + 1); // Directly behind it, or it is not the member's.
  if (word === 'static') return declares(c, c.next(i + 1));
  return word === 'function' ? c.kind(c.next(i + 1)) === T.Name : true;
}

/** Whether the words from `i` on lead to `function` or a visibility: tells `static function x` from `static $x`. */
function declares(c: Cursor, i: number): boolean {
  for (let at = i; c.kind(at) === T.Name; at = c.next(at + 1)) {
    const word = c.text(at).toLowerCase();
    if (word === 'function' || /^(public|protected|private|abstract|final|const)$/.test(word)) return true;
    if (!modifiers.has(word)) return false;
  }
  return false;
}
