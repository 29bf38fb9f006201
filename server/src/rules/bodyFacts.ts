/** What the code of a method says, from its tokens, read once for a version of a file. */
import type { SourceFile } from '../index/sourceFile.ts';
import { char, Cursor } from '../php/cursor.ts';
import type { Island, Span } from '../php/cursor.ts';
import type { MemberIsland } from '../php/islands.ts';
import { T } from '../php/lexer.ts';
import { argumentsOf } from './callArguments.ts';
import type { Argument } from './callArguments.ts';

/** A call of a function or method, wherever it stands in a body, closures included. */
export class BodyCall {
  private argsMemo: readonly Argument[] | undefined;

  constructor(
    private readonly c: Cursor,
    /** As written, without namespace. */
    readonly name: string,
    /** The token of the name, and those of its parentheses. */
    readonly at: number,
    readonly open: number,
    readonly close: number,
    /** The token of the receiver; that of the name without one. */
    readonly first: number,
    /** What stands before `::` or `->`, as written (`self`, `\mod_x\helper`, `$this`); empty for an expression; undefined for functions. */
    readonly receiver: string | undefined,
    readonly isStatic: boolean,
  ) {}

  get args(): readonly Argument[] {
    return (this.argsMemo ??= argumentsOf(this.c, this.open, this.close));
  }

  get nameSpan(): Span {
    return this.c.span(this.at);
  }

  /** From the receiver to the closing parenthesis. */
  get island(): Island {
    return this.c.island(this.first, this.close + 1);
  }

  /** Whether it is on `self`, `static`, `parent` or `$this`. */
  get isOwn(): boolean {
    return this.receiver !== undefined && /^(self|static|parent|\$this)$/i.test(this.receiver);
  }
}

const writing =
  /^(insert_records?|insert_record_raw|update_record|update_record_raw|delete_records\w*|set_field\w*|execute|import_record)$/;

export class BodyFacts {
  private byName: ReadonlyMap<string, readonly BodyCall[]> | undefined;
  private writesMemo: readonly Span[] | undefined;

  constructor(
    readonly cursor: Cursor,
    /** Tokens of the body with its braces; none for an abstract method. */
    readonly body: Pick<Island, 'first' | 'last'>,
    /** In the order of the text; those in an argument come behind the call that has it. */
    readonly calls: readonly BodyCall[],
  ) {}

  /** Where it writes to the database through `$DB`. */
  get dbWrites(): readonly Span[] {
    return (this.writesMemo ??= [...this.writes()]);
  }

  private *writes(): Generator<Span> {
    const { cursor: c, body } = this;
    for (let i = body.first; i < body.last; i += 1)
      if (c.kind(i) === T.Variable && c.text(i) === '$DB' && c.kind(i + 1) === T.Arrow && writing.test(c.text(i + 2)))
        yield { start: c.start(i), end: c.end(i + 2) };
  }

  /** Calls by one of these names, lower case, whatever they are on, in the order of the text. */
  named(...names: readonly string[]): readonly BodyCall[] {
    if (!this.byName) {
      const map = new Map<string, BodyCall[]>();
      for (const call of this.calls) {
        const name = call.name.toLowerCase();
        const same = map.get(name);
        if (same) same.push(call);
        else map.set(name, [call]);
      }
      this.byName = map;
    }
    const [only, ...others] = names;
    const { byName } = this;
    if (only !== undefined && others.length === 0) return byName.get(only) ?? [];
    return names.flatMap((name) => byName.get(name) ?? []).sort((a, b) => a.at - b.at);
  }
}

/** Key: a version of a file, and a method of it. Gone with the file. */
const memory = new WeakMap<SourceFile, WeakMap<MemberIsland, BodyFacts>>();

export function bodyFacts(file: SourceFile, member: MemberIsland): BodyFacts {
  let ofFile = memory.get(file);
  if (!ofFile) memory.set(file, (ofFile = new WeakMap()));
  let facts = ofFile.get(member);
  if (!facts) {
    const c = new Cursor(file.islands.tokens);
    const body = member.body ?? { first: 0, last: 0 };
    ofFile.set(member, (facts = new BodyFacts(c, body, callsIn(c, body))));
  }
  return facts;
}

/** What looks like a call before `(`, and is none. */
const keywords = new Set(
  (
    'if elseif while for foreach switch match catch return echo print array list isset unset empty exit die and or xor ' +
    'function fn use new clone include include_once require require_once declare yield throw case instanceof static self parent'
  ).split(' '),
);

function callsIn(c: Cursor, { first, last }: Pick<Island, 'first' | 'last'>): BodyCall[] {
  const calls: BodyCall[] = [];
  for (let open = first; open < last; open += 1) {
    if (c.kind(open) !== char('(')) continue;
    const at = c.previous(open - 1);
    const call = c.kind(at) === T.Name ? callAt(c, at, open) : undefined;
    if (call) calls.push(call);
  }
  return calls;
}

function callAt(c: Cursor, at: number, open: number): BodyCall | undefined {
  const close = c.match(open);
  if (close < 0) return undefined;
  const text = c.text(at);
  const name = text.slice(text.lastIndexOf('\\') + 1);
  const before = c.previous(at - 1);
  const link = c.kind(before);
  if (link !== T.DoubleColon && link !== T.Arrow) {
    if (keywords.has(text.toLowerCase()) || c.isWord(before, 'new') || c.isWord(before, 'function')) return undefined;
    return new BodyCall(c, name, at, open, close, at, undefined, false);
  }
  const first = c.previous(before - 1);
  const kind = c.kind(first);
  const isPlain = kind === T.Name || kind === T.Variable;
  // In `$a->b->c()` what is before the last arrow is no receiver by itself.
  const outer = c.kind(c.previous(first - 1));
  const isPart = outer === T.Arrow || outer === T.DoubleColon;
  const receiver = isPlain && !isPart ? c.text(first) : '';
  return new BodyCall(c, name, at, open, close, receiver === '' ? at : first, receiver, link === T.DoubleColon);
}
