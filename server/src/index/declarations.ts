/** What a component's db/services.php and db/access.php declare: evaluated, with the places of names and keys. */
import { entriesOf } from '../php/arrays.ts';
import type { Expr, Stmt } from '../php/ast.ts';
import type { EntryIsland, StatementIsland } from '../php/arrays.ts';
import { Cursor, literalText } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { toJson } from '../php/descriptions.ts';
import { Interpreter } from '../php/interpreter.ts';
import { Abort, PhpThrow } from '../php/interpreter/machine.ts';
import type { Session } from '../php/interpreter.ts';
import { T } from '../php/lexer.ts';
import { ArrayBuilder, PhpArray, toKey } from '../php/values.ts';
import type { Key, Value } from '../php/values.ts';
import { digest } from './digest.ts';
import { stillTrue } from './reads.ts';
import type { Read } from './reads.ts';
import type { SourceFile } from './sourceFile.ts';
import { TreeProgram } from './treeProgram.ts';
import type { World } from './treeProgram.ts';
import type { Entry, Field } from './entry.ts';

export interface DeclarationFile {
  readonly path: string;
  readonly functions: readonly Entry[];
  readonly services: readonly Entry[];
  readonly capabilities: readonly Entry[];
  /** In other files; its own text it all depends on. */
  readonly reads: readonly Read[];
}

const variables = { functions: 'functions', services: 'services', capabilities: 'capabilities' } as const;

/**
 * Evaluates a declaration file. Never throws; what cannot be evaluated is an incomplete entry. `before` is what is known
 * of the entries of an earlier version: an edit in a large db/services.php renews its own entry.
 */
export function readDeclarations(
  world: World,
  file: SourceFile,
  before: Literals = new Map(),
): { readonly value: DeclarationFile; readonly literals: Literals } {
  const program = new TreeProgram(world);
  const reader = new DeclarationReader(world, program, file, before);
  const [functions, services, capabilities] = [variables.functions, variables.services, variables.capabilities].map(
    (name) => reader.entries(name),
  );
  const value = {
    path: file.path,
    functions: functions ?? [],
    services: services ?? [],
    capabilities: capabilities ?? [],
    reads: program.reads.list(world.sources),
  };
  return { value, literals: reader.literals };
}

/** Whether an expression is made of literals and unqualified constants only, so that it means the same in any file. */
function standsAlone(node: Expr | Stmt): boolean {
  switch (node.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'nullkeyword':
      return true;
    case 'name':
      return node.resolution === 'uqn';
    case 'array':
      return node.items.every(
        (item) =>
          item?.kind === 'entry' &&
          !item.unpack &&
          !item.byRef &&
          (item.key === null || standsAlone(item.key)) &&
          standsAlone(item.value),
      );
    default:
      return false;
  }
}

/**
 * An entry that depends on nothing around it. Valid while its text is the same and what it reads is as it was, wherever in
 * the file it stands.
 */
interface KnownEntry {
  /** Its text. */
  readonly source: string;
  readonly reads: readonly Read[];
  /** What was last built of it, wherever it then stood. */
  built: Entry | undefined;
}

/** What is written between two commas of a literal. */
interface Written {
  readonly entry: EntryIsland;
  /** An array of what this makes: mostly one element, none where it does not parse or evaluate and has no name. */
  readonly value: PhpArray;
  /** The name of the one element. */
  readonly name: string | undefined;
  readonly broken: boolean;
  readonly known: KnownEntry | undefined;
}

interface Literal {
  readonly written: readonly Written[];
  readonly array: PhpArray;
}

/** By variable, of one version of one file: what the next version need not evaluate again. */
export type Literals = ReadonlyMap<string, Literal>;

class DeclarationReader {
  readonly literals = new Map<string, Literal>();
  private readonly values = new Map<string, PhpArray>();

  constructor(
    private readonly world: World,
    private readonly program: TreeProgram,
    private readonly file: SourceFile,
    private readonly before: Literals,
  ) {
    const interpreter = new Interpreter(program);
    const session = interpreter.open({ path: file.path, scope: file.islands.scope, text: '', offset: 0 });
    for (const statement of file.statements) {
      if (statement.array) this.literal(statement.array.variable, statement.array.entries, session);
      else this.run(statement, session);
    }
    for (const name of Object.values(variables)) {
      const value = session.get(name);
      if (value instanceof PhpArray) this.values.set(name, value);
    }
  }

  private attempt(run: () => Value | undefined): Value | undefined {
    try {
      return run();
    } catch (error) {
      if (error instanceof Abort || error instanceof PhpThrow || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  private run(statement: StatementIsland, session: Session) {
    const code = this.program.code(this.file, statement, 'statements', this.file.islands.scope);
    if (code) this.attempt(() => (session.run(code), null));
  }

  /** Entry by entry, so that a broken one costs itself. */
  private literal(variable: string, entries: readonly EntryIsland[], session: Session) {
    const before = this.before.get(variable);
    let byName: ReadonlyMap<string | undefined, Written> | undefined;
    const written = entries.map((entry, at) => {
      // Mostly it stands where it stood, and its name need not be looked for.
      let old = before?.written[at];
      if (before && old?.name !== entry.key)
        old = (byName ??= new Map(before.written.map((one) => [one.name, one]))).get(entry.key);
      return (old && this.again(old, entry)) ?? this.write(entry, session);
    });
    const isSame =
      before?.written.length === written.length && written.every((one, at) => one.value === before.written[at]?.value);
    const array = isSame ? before.array : arrayOf(written);
    this.literals.set(variable, { written, array });
    session.set(variable, array);
  }

  /** What is known of an entry that is written as it was, wherever that is now. */
  private again(old: Written, entry: EntryIsland): Written | undefined {
    const { known } = old;
    if (known?.source !== this.file.text.slice(entry.start, entry.end)) return undefined;
    if (!stillTrue(this.world.sources, known.reads)) return undefined;
    this.program.reads.addAll(known.reads);
    // Written out: spreading an object takes ten times as long, and there are hundreds.
    return { entry, value: old.value, name: old.name, broken: old.broken, known };
  }

  private write(entry: EntryIsland, session: Session): Written {
    const code = this.program.code(this.file, entry, 'arrayEntry', this.file.islands.scope);
    const own = code && standsAlone(code.node) ? new TreeProgram(this.world) : undefined;
    const value =
      code && this.attempt(() => (own ? new Interpreter(own).open(code.context).eval(code) : session.eval(code)));
    if (!(value instanceof PhpArray)) return this.broken(entry, session);
    const [key, ...others] = value.keys();
    const name = typeof key === 'string' && others.length === 0 ? key : undefined;
    if (!own) return { entry, value, name, broken: false, known: undefined };
    const reads = own.reads.list(this.world.sources);
    this.program.reads.addAll(reads);
    const source = this.file.text.slice(entry.start, entry.end);
    return { entry, value, name, broken: false, known: { source, reads, built: undefined } };
  }

  private broken(entry: EntryIsland, session: Session): Written {
    const key = entry.key === undefined ? undefined : (toKey(entry.key) ?? entry.key);
    const value = key === undefined ? PhpArray.empty : PhpArray.of([[key, this.fieldByField(entry, session)]]);
    return { entry, value, name: typeof key === 'string' ? key : undefined, broken: true, known: undefined };
  }

  /** The fields of an entry that does not parse as a whole. */
  private fieldByField(entry: EntryIsland, session: Session): PhpArray {
    let fields = PhpArray.empty;
    for (const field of this.fieldIslands(entry)) {
      const code =
        field.key === undefined
          ? undefined
          : this.program.code(this.file, field.value, 'expression', this.file.islands.scope);
      const value = code && this.attempt(() => session.eval(code));
      if (value !== undefined && field.key !== undefined) fields = fields.with(field.key, value);
    }
    return fields;
  }

  private fieldIslands(entry: EntryIsland): readonly EntryIsland[] {
    const c = new Cursor(this.file.islands.tokens);
    const { value } = entry;
    const open = c.isWord(value.first, 'array') ? c.next(value.first + 1) : value.first;
    if (c.kind(open) !== 91 && c.kind(open) !== 40) return [];
    return entriesOf(c, open, c.lineIndent(entry.first), value.last).entries;
  }

  entries(variable: string): Entry[] {
    const array = this.values.get(variable);
    if (!array) return [];
    const literal = this.literals.get(variable);
    const written = literal?.written ?? [];
    // As mostly: all of it is one literal of elements with names, in their order.
    const isPlain =
      array === literal?.array && array.size === written.length && written.every(({ name }) => name !== undefined);
    const byKey = isPlain
      ? undefined
      : new Map(written.flatMap((one) => one.value.keys().map((key) => [key, one] as const)));
    return array.entries().map(([key, value], at) => this.entry(key, value, byKey ? byKey.get(key) : written[at]));
  }

  private entry(key: Key, value: Value, written: Written | undefined): Entry {
    const name = String(key);
    // Later statements may have changed the element.
    const known = written?.value.get(key) === value ? written.known : undefined;
    if (written && known?.built?.name === name)
      return moved(known.built, this.file.path, written.entry.start - known.built.span.start);
    const entry = this.build(name, value, written);
    if (known) known.built = entry;
    return entry;
  }

  private build(name: string, value: Value, island: Written | undefined): Entry {
    const written = island
      ? this.fieldIslands(island.entry).filter((one) => one.key !== undefined || one.keySpan !== undefined)
      : [];
    const place = island ? undefined : this.placeOf(name);
    const span: Span = island ? { start: island.entry.start, end: island.entry.end } : (place ?? { start: 0, end: 0 });
    const fields = new Map<string, Field>();
    for (const [field, one] of value instanceof PhpArray ? value.entries() : []) {
      const where = written.findLast((candidate) => this.keyOf(candidate) === String(field));
      const keySpan = where?.keySpan ?? span;
      fields.set(String(field), {
        key: String(field),
        keySpan,
        valueSpan: where ? { start: where.value.start, end: where.value.end } : span,
        value: toJson(one),
      });
    }
    return {
      name,
      nameSpan: island?.entry.keySpan ?? span,
      span,
      path: this.file.path,
      fields,
      values: new Map([...fields].map(([key, field]) => [key, field.value])),
      writtenFields: written.flatMap((one) =>
        one.keySpan
          ? [
              {
                key: this.keyOf(one) ?? '',
                keySpan: one.keySpan,
                valueSpan: { start: one.value.start, end: one.value.end },
              },
            ]
          : [],
      ),
      digest: digest(island ? this.file.text.slice(span.start, span.end) : JSON.stringify(toJson(value))),
      complete: value instanceof PhpArray && !value.partial && island?.broken !== true,
    };
  }

  private keyOf(entry: EntryIsland): string | undefined {
    return entry.key ?? (entry.keySpan && this.file.text.slice(entry.keySpan.start, entry.keySpan.end));
  }

  /** Where an entry that no literal shows is written: its name as a quoted text, else nowhere. */
  private placeOf(name: string): Span | undefined {
    const { tokens } = this.file.islands;
    const c = new Cursor(tokens);
    for (let i = 0; i < c.count; i += 1)
      if (c.kind(i) === T.String && literalText(c.text(i)) === name) return c.span(i);
    return undefined;
  }
}

function arrayOf(written: readonly Written[]): PhpArray {
  const array = new ArrayBuilder();
  for (const { entry, value } of written)
    for (const [key, one] of value.entries())
      if (typeof key === 'number' && entry.keySpan === undefined) array.push(one);
      else array.set(key, one);
  return array.build();
}

/** The same entry, written elsewhere. It is placed when that is asked for: an edit moves all entries below. */
class MovedEntry implements Entry {
  private fieldsMemo: Entry['fields'] | undefined;
  private writtenMemo: Entry['writtenFields'] | undefined;

  constructor(
    private readonly built: Entry,
    readonly path: string,
    private readonly by: number,
  ) {}

  get name() {
    return this.built.name;
  }

  get nameSpan() {
    return shifted(this.built.nameSpan, this.by);
  }

  get span() {
    return shifted(this.built.span, this.by);
  }

  get values() {
    return this.built.values;
  }

  get digest() {
    return this.built.digest;
  }

  get complete() {
    return this.built.complete;
  }

  get fields(): Entry['fields'] {
    return (this.fieldsMemo ??= new Map([...this.built.fields].map(([key, field]) => [key, this.place(field)])));
  }

  get writtenFields(): Entry['writtenFields'] {
    return (this.writtenMemo ??= this.built.writtenFields.map((field) => this.place(field)));
  }

  private place<T extends Pick<Field, 'keySpan' | 'valueSpan'>>(field: T): T {
    return { ...field, keySpan: shifted(field.keySpan, this.by), valueSpan: shifted(field.valueSpan, this.by) };
  }
}

const shifted = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

const moved = (built: Entry, path: string, by: number): Entry =>
  by === 0 && path === built.path ? built : new MovedEntry(built, path, by);
