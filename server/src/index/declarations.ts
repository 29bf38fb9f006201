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
import type { KnownEntry } from './entryMemory.ts';

export interface DeclarationFile {
  readonly path: string;
  readonly functions: readonly Entry[];
  readonly services: readonly Entry[];
  readonly capabilities: readonly Entry[];
  /** In other files; its own text it all depends on. */
  readonly reads: readonly Read[];
}

const variables = { functions: 'functions', services: 'services', capabilities: 'capabilities' } as const;

/** Evaluates a declaration file. Never throws; what cannot be evaluated is an incomplete entry. */
export function readDeclarations(world: World, file: SourceFile): DeclarationFile {
  const program = new TreeProgram(world);
  const reader = new DeclarationReader(world, program, file);
  const [functions, services, capabilities] = [variables.functions, variables.services, variables.capabilities].map(
    (name) => reader.entries(name),
  );
  return {
    path: file.path,
    functions: functions ?? [],
    services: services ?? [],
    capabilities: capabilities ?? [],
    reads: program.reads.list(world.sources),
  };
}

/** Entries kept over revisions: a tree has some two thousand in db/services.php and db/access.php. */
const maxEntries = 20_000;

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

class DeclarationReader {
  private readonly values = new Map<string, PhpArray>();
  private readonly islands = new Map<string, { entry: EntryIsland; broken: boolean; known?: KnownEntry | undefined }>();

  constructor(
    private readonly world: World,
    private readonly program: TreeProgram,
    private readonly file: SourceFile,
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
    const array = new ArrayBuilder();
    for (const entry of entries) {
      const { value, known } = this.entryValue(entry, session);
      if (value) {
        for (const [key, one] of value.entries()) {
          if (typeof key === 'number' && entry.keySpan === undefined) array.push(one);
          else array.set(key, one);
          this.islands.set(`${variable}\n${key}`, { entry, broken: false, known });
        }
      } else if (entry.key !== undefined) {
        array.set(toKey(entry.key) ?? entry.key, this.fieldByField(entry, session));
        this.islands.set(`${variable}\n${entry.key}`, { entry, broken: true });
      }
    }
    session.set(variable, array.build());
  }

  /** The array of this one entry, undefined when it does not parse or evaluate; and what is kept of it. */
  private entryValue(entry: EntryIsland, session: Session): { value?: PhpArray; known?: KnownEntry } {
    const source = this.file.text.slice(entry.start, entry.end);
    const known = this.world.entries.get(source);
    if (known && stillTrue(this.world.sources, known.reads)) {
      this.program.reads.addAll(known.reads);
      return { value: known.value, known };
    }
    const code = this.program.code(this.file, entry, 'arrayEntry', this.file.islands.scope);
    if (!code) return {};
    if (!standsAlone(code.node)) {
      const value = this.attempt(() => session.eval(code));
      return value instanceof PhpArray ? { value } : {};
    }
    const program = new TreeProgram(this.world);
    const value = this.attempt(() => new Interpreter(program).open(code.context).eval(code));
    if (!(value instanceof PhpArray)) return {};
    const kept = { value, reads: program.reads.list(this.world.sources), built: undefined };
    if (this.world.entries.size >= maxEntries) this.world.entries.clear();
    this.world.entries.set(source, kept);
    this.program.reads.addAll(kept.reads);
    return { value, known: kept };
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
    return (this.values.get(variable)?.entries() ?? []).map(([key, value]) => this.entry(variable, key, value));
  }

  private entry(variable: string, key: Key, value: Value): Entry {
    const name = String(key);
    const island = this.islands.get(`${variable}\n${name}`);
    const built = island?.known?.built;
    if (island && built?.name === name) return moved(built, this.file.path, island.entry.start - built.span.start);
    const entry = this.build(name, value, island);
    if (island?.known) island.known.built = entry;
    return entry;
  }

  private build(name: string, value: Value, island: { entry: EntryIsland; broken: boolean } | undefined): Entry {
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

/** The same entry, written elsewhere. Its fields are placed when they are asked for: an edit moves all entries below. */
class MovedEntry implements Entry {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly digest: number;
  readonly complete: boolean;
  readonly values: Entry['values'];
  private fieldsMemo: Entry['fields'] | undefined;
  private writtenMemo: Entry['writtenFields'] | undefined;

  constructor(
    private readonly built: Entry,
    readonly path: string,
    private readonly by: number,
  ) {
    this.name = built.name;
    this.nameSpan = shifted(built.nameSpan, by);
    this.span = shifted(built.span, by);
    this.digest = built.digest;
    this.complete = built.complete;
    this.values = built.values;
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
