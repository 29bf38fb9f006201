/**
 * A small interpreter of PHP: enough to run what builds web-service schemas (and `db/*.php` arrays), in bounded steps.
 * What only a running site knows becomes {@link Unknown} and spreads; a branch on an unknown runs both sides and joins.
 */
import type { Argument, Block, Entry, Expr, FunctionLike, Stmt, Variable } from './ast.ts';
import { builtins } from './builtins/index.ts';
import { nativeConstructor } from './descriptions.ts';
import type { Alias, CodeContext, Frame } from './frame.ts';
import { resolveClassName, resolveFallbackName } from './names.ts';
import { binary, numberLiteral } from './operators.ts';
import type { Code, PhpClass, Program } from './program.ts';
import {
  ArrayBuilder,
  Closure,
  isUnknown,
  looseEquals,
  PhpArray,
  PhpObject,
  strictEquals,
  toBoolean,
  toKey,
  toNumber,
  toText,
  Unknown,
} from './values.ts';
import type { Cell, Key, Value } from './values.ts';
import type { MemberIsland } from './islands.ts';

export const limits = { steps: 400_000, depth: 80, text: 1_000_000 } as const;

/** A PHP exception that the interpreted code threw and did not catch. */
export class PhpThrow extends Error {
  constructor(readonly thrown: Value) {
    super('The code throws an exception.');
  }
}

/** The budget is used up, or something that cannot be interpreted stopped the evaluation. */
export class Abort extends Error {}

type Completion =
  { readonly type: 'return'; readonly value: Value } | { readonly type: 'break' | 'continue'; readonly levels: number };

export interface FoundMember {
  readonly cls: PhpClass;
  readonly member: MemberIsland;
}

const magicConstants: Record<string, number | string> = {
  PHP_EOL: '\n',
  PHP_INT_MAX: Number.MAX_SAFE_INTEGER,
  PHP_INT_SIZE: 8,
  DIRECTORY_SEPARATOR: '/',
  M_PI: Math.PI,
  SORT_REGULAR: 0,
  SORT_NUMERIC: 1,
  SORT_STRING: 2,
  SORT_DESC: 3,
  SORT_ASC: 4,
  COUNT_RECURSIVE: 1,
  ARRAY_FILTER_USE_KEY: 2,
  ARRAY_FILTER_USE_BOTH: 1,
  PHP_VERSION: '8.2.0',
  E_ALL: 32767,
};

export class Interpreter {
  private steps = 0;
  private depth = 0;
  private journal: Map<Cell, Value | undefined> | undefined;
  private readonly globals = new Map<string, Cell>();
  private readonly statics = new Map<string, Cell>();
  private readonly constantsInProgress = new Set<string>();
  private readonly included = new Set<string>();

  constructor(readonly program: Program) {
    // A schema is built in a fresh session.
    this.globals.set('SESSION', { value: new PhpObject(undefined) });
    if (program.dirroot !== undefined) {
      const cfg = new PhpObject(undefined);
      cfg.init('dirroot', program.dirroot);
      cfg.init('libdir', `${program.dirroot}/lib`);
      cfg.init('admin', 'admin');
      // What a site has until an administrator changes it.
      cfg.init('lang', 'en');
      cfg.init('calendartype', 'gregorian');
      cfg.init('debugdeveloper', false);
      if (program.branch !== undefined) cfg.init('branch', program.branch);
      this.globals.set('CFG', { value: cfg });
    }
  }

  // ---- entry points -------------------------------------------------------------------------------------------

  /** Calls a static method as Moodle does; throws {@link PhpThrow} or {@link Abort}. */
  callStatic(cls: PhpClass, name: string, args: readonly Value[] = []): Value {
    const found = this.findMethod(cls, name);
    if (!found) throw new Abort(`${cls.name} has no method ${name}().`);
    return this.callMethod(
      found,
      cls,
      undefined,
      args.map((value) => ({ value })),
    );
  }

  /** A file scope in which statements run one after the other. */
  open(context: CodeContext): Session {
    const frame = this.frame(context, { name: '' });
    return {
      run: (code) => this.exec(code.node as Stmt, { ...frame, code: code.context })?.type === 'return',
      eval: (code) => this.eval(code.node as Expr, { ...frame, code: code.context }),
      get: (name) => frame.variables.get(name)?.value,
      set: (name, value) => {
        this.variable(frame, name).value = value;
      },
    };
  }

  /** Runs the statements of a file and answers one of its variables. */
  runFile(statements: readonly Code[], variable: string, preset: Value = null): Value | undefined {
    const [first] = statements;
    if (!first) return undefined;
    const session = this.open(first.context);
    session.set(variable, preset);
    for (const code of statements) if (session.run(code)) break;
    return session.get(variable);
  }

  // ---- frames, cells ------------------------------------------------------------------------------------------

  private frame(code: CodeContext, parts: Partial<Frame> & { name: string }): Frame {
    return {
      code,
      variables: new Map(),
      aliases: new Map(),
      self: undefined,
      late: undefined,
      object: undefined,
      arguments: [],
      possibleReturns: [],
      ...parts,
    };
  }

  private variable(frame: Frame, name: string): Cell {
    let cell = frame.variables.get(name);
    if (!cell) frame.variables.set(name, (cell = { value: undefined }));
    return cell;
  }

  private set(cell: Cell, value: Value | undefined) {
    if (this.journal && !this.journal.has(cell)) this.journal.set(cell, cell.value);
    cell.value = value;
  }

  private cellPlace(cell: Cell): Alias {
    return {
      read: () => cell.value,
      write: (value) => {
        this.set(cell, value);
      },
    };
  }

  private step(cost = 1) {
    this.steps += cost;
    if (this.steps > limits.steps) throw new Abort('Too many steps.');
  }

  private bounded(text: string): string {
    if (text.length > limits.text) throw new Abort('A text grew too long.');
    return text;
  }

  unknown(node: Expr | Stmt, frame: Frame): Unknown {
    return new Unknown(this.source(node, frame));
  }

  private source(node: Expr | Stmt, frame: Frame): string {
    const { text, offset } = frame.code;
    const loc = node.loc;
    if (!loc) return '';
    return text.slice(Math.max(0, loc.start.offset - offset), Math.max(0, loc.end.offset - offset)).trim();
  }

  // ---- statements ---------------------------------------------------------------------------------------------

  private block(statements: readonly Stmt[], frame: Frame): Completion | undefined {
    for (const statement of statements) {
      const completion = this.exec(statement, frame);
      if (completion) return completion;
    }
    return undefined;
  }

  private exec(node: Stmt, frame: Frame): Completion | undefined {
    this.step();
    switch (node.kind) {
      case 'expressionstatement':
        this.eval(node.expression, frame);
        return undefined;
      case 'block':
        return this.block(node.children, frame);
      case 'return':
        return { type: 'return', value: node.expr ? this.eval(node.expr, frame) : null };
      case 'if':
        return this.branch(
          this.eval(node.test, frame),
          frame,
          () => this.exec(node.body, frame),
          () => (node.alternate ? this.exec(node.alternate, frame) : undefined),
        );
      case 'foreach':
        return this.foreach(node, frame);
      case 'for': {
        for (const one of node.init) this.eval(one, frame);
        const increment = () => {
          for (const one of node.increment) this.eval(one, frame);
        };
        return this.loop(
          () => node.test.map((one) => this.eval(one, frame)).at(-1) ?? true,
          node.body,
          frame,
          increment,
        );
      }
      case 'while':
        return this.loop(() => this.eval(node.test, frame), node.body, frame);
      case 'do': {
        let first = true;
        return this.loop(() => (first ? !(first = false) : this.eval(node.test, frame)), node.body, frame);
      }
      case 'switch':
        return this.switch(node, frame);
      case 'break':
      case 'continue':
        return { type: node.kind, levels: node.level ? (toNumber(this.eval(node.level, frame)) ?? 1) : 1 };
      case 'throw':
        throw new PhpThrow(this.eval(node.what, frame));
      case 'try':
        return this.try(node, frame);
      case 'global':
        for (const item of node.items) {
          const name = String(item.name);
          let cell = this.globals.get(name);
          if (!cell) this.globals.set(name, (cell = { value: new Unknown(`$${name}`) }));
          frame.aliases.set(name, this.cellPlace(cell));
        }
        return undefined;
      case 'static':
        for (const item of node.variables) this.staticVariable(item, frame);
        return undefined;
      case 'unset':
        for (const variable of node.variables) this.unset(variable, frame);
        return undefined;
      default:
        return undefined; // Declarations are found through the program; echo and inline HTML build no schema.
    }
  }

  private staticVariable(
    item: Variable | { kind: 'staticvariable'; variable: Variable; defaultValue: Expr | null },
    frame: Frame,
  ) {
    const variable = item.kind === 'variable' ? item : item.variable;
    const name = String(variable.name);
    const key = `${frame.late?.name ?? frame.code.path}::${frame.name}$${name}`;
    let cell = this.statics.get(key);
    if (!cell) {
      const initial = item.kind === 'staticvariable' && item.defaultValue ? this.eval(item.defaultValue, frame) : null;
      this.statics.set(key, (cell = { value: initial }));
    }
    frame.aliases.set(name, this.cellPlace(cell));
  }

  private unset(node: Expr, frame: Frame) {
    if (node.kind === 'offsetlookup' && node.offset) {
      const base = this.place(node.what, frame);
      const array = base.read();
      const key = toKey(this.eval(node.offset, frame));
      if (array instanceof PhpArray && key !== undefined) {
        this.step(array.size >> 4);
        base.write(array.without(key));
      }
    } else if (node.kind === 'variable' && typeof node.name === 'string') {
      frame.aliases.delete(node.name);
      this.set(this.variable(frame, node.name), undefined);
    } else this.place(node, frame).write(undefined);
  }

  /** One side when the condition is known; else both, with every changed place joined. */
  private branch(
    condition: Value,
    frame: Frame,
    yes: () => Completion | undefined,
    no: () => Completion | undefined,
  ): Completion | undefined {
    const known = toBoolean(condition);
    if (known !== undefined) return known ? yes() : no();
    return this.joinRuns([yes, no], frame, isUnknown(condition) ? condition.source : '');
  }

  private joinRuns(
    runs: readonly (() => Completion | undefined)[],
    frame: Frame,
    source: string,
  ): Completion | undefined {
    const outcomes: { completion: Completion | undefined; after: Map<Cell, Value | undefined> }[] = [];
    let thrown: PhpThrow | undefined;
    for (const run of runs) {
      const outer = this.journal;
      const journal = new Map<Cell, Value | undefined>();
      this.journal = journal;
      try {
        const completion = run();
        outcomes.push({ completion, after: new Map([...journal.keys()].map((cell) => [cell, cell.value])) });
      } catch (error) {
        if (!(error instanceof PhpThrow)) throw error;
        thrown = error;
      } finally {
        this.journal = outer;
        for (const [cell, before] of journal) cell.value = before;
      }
    }
    if (outcomes.length === 0 && thrown) throw thrown;
    for (const cell of new Set(outcomes.flatMap(({ after }) => [...after.keys()]))) {
      const values = outcomes.map(({ after }) => (after.has(cell) ? after.get(cell) : cell.value));
      this.set(cell, join(values, source));
    }
    const returned = outcomes.flatMap(({ completion }) => (completion?.type === 'return' ? [completion.value] : []));
    if (returned.length > 0 && returned.length === outcomes.length)
      return { type: 'return', value: join(returned, source) ?? null };
    frame.possibleReturns.push(...returned);
    const [first] = outcomes;
    return outcomes.every(({ completion }) => completion?.type === first?.completion?.type)
      ? first?.completion
      : undefined;
  }

  private loop(test: () => Value, body: Stmt | null, frame: Frame, increment?: () => void): Completion | undefined {
    for (;;) {
      this.step();
      const condition = test();
      const known = toBoolean(condition);
      if (known === false) return undefined;
      const run = () => (body ? this.exec(body, frame) : undefined);
      // An unknown number of rounds: none, or one that stands for the others.
      if (known === undefined)
        return leaveLoop(this.joinRuns([run, () => undefined], frame, isUnknown(condition) ? condition.source : ''));
      const completion = run();
      if (completion) {
        if (completion.type === 'return' || completion.levels > 1) return leaveLoop(completion);
        if (completion.type === 'break') return undefined;
      }
      increment?.();
    }
  }

  private foreach(node: Extract<Stmt, { kind: 'foreach' }>, frame: Frame): Completion | undefined {
    const byReference = node.value.kind === 'variable' && node.value.byref === true;
    const place = byReference ? this.place(node.source, frame) : undefined;
    const subject = place ? (place.read() ?? null) : this.eval(node.source, frame);
    const entries = this.iterate(subject);
    const round = (key: Value, value: Value | undefined) => {
      if (node.key) this.assign(node.key, key, frame);
      if (place && node.value.kind === 'variable')
        frame.aliases.set(String(node.value.name), this.elementPlace(place, key));
      else this.assign(node.value, value ?? null, frame);
      return node.body ? this.exec(node.body, frame) : undefined;
    };
    if (!entries) {
      const item = this.unknown(node.source, frame);
      return leaveLoop(this.joinRuns([() => round(item, item), () => undefined], frame, item.source));
    }
    for (const [key, value] of entries) {
      this.step();
      const completion = round(key, value);
      if (!completion) continue;
      if (completion.type === 'return' || completion.levels > 1) return leaveLoop(completion);
      if (completion.type === 'break') break;
    }
    return undefined;
  }

  private iterate(subject: Value): [Key, Value][] | undefined {
    if (subject instanceof PhpArray) return subject.entries();
    if (subject instanceof PhpObject && subject.cls === undefined)
      return [...subject.properties].flatMap(([name, cell]) =>
        cell.value === undefined ? [] : [[name, cell.value] as [Key, Value]],
      );
    return isUnknown(subject) || subject instanceof PhpObject ? undefined : [];
  }

  private switch(node: Extract<Stmt, { kind: 'switch' }>, frame: Frame): Completion | undefined {
    const subject = this.eval(node.test, frame);
    const cases = node.body.children;
    const from = (index: number): Completion | undefined => {
      for (const one of cases.slice(index)) {
        const completion = one.body ? this.block(one.body.children, frame) : undefined;
        if (!completion) continue;
        return completion.type === 'return' || completion.levels > 1 ? leaveLoop(completion) : undefined;
      }
      return undefined;
    };
    let otherwise = -1;
    for (const [index, one] of cases.entries()) {
      if (!one.test) {
        otherwise = index;
        continue;
      }
      const same = looseEquals(subject, this.eval(one.test, frame));
      if (same === undefined)
        return this.joinRuns(
          cases.map((_, i) => () => from(i)),
          frame,
          this.source(node.test, frame),
        );
      if (same) return from(index);
    }
    return otherwise < 0 ? undefined : from(otherwise);
  }

  private try(node: Extract<Stmt, { kind: 'try' }>, frame: Frame): Completion | undefined {
    let completion: Completion | undefined;
    try {
      completion = this.exec(node.body, frame);
    } catch (error) {
      if (!(error instanceof PhpThrow)) throw error;
      const handler = node.catches.find((one) => one.what.some((type) => this.catches(type, error.thrown, frame)));
      if (!handler) {
        if (node.always) this.exec(node.always, frame);
        throw error;
      }
      if (handler.variable) this.assign(handler.variable, error.thrown, frame);
      completion = this.exec(handler.body, frame);
    }
    return (node.always && this.exec(node.always, frame)) ?? completion;
  }

  private catches(type: Expr, thrown: Value, frame: Frame): boolean {
    if (type.kind !== 'name') return false;
    const name = this.className(type.name, type.resolution, frame);
    if (/^(throwable|exception)$/i.test(name)) return true;
    return !(thrown instanceof PhpObject) || !thrown.cls || this.isA(thrown.cls, name, frame.code);
  }

  // ---- expressions --------------------------------------------------------------------------------------------

  eval(node: Expr, frame: Frame): Value {
    this.step();
    switch (node.kind) {
      case 'string':
      case 'nowdoc':
        return node.value;
      case 'number':
        return numberLiteral(node.value);
      case 'boolean':
        return node.value;
      case 'nullkeyword':
        return null;
      case 'variable':
        return this.readVariable(node, frame);
      case 'array':
        return this.array(node.items, frame);
      case 'new':
        return this.new(node, frame);
      case 'call':
        return this.call(node, frame);
      case 'name':
        return this.constant(node.name, node.resolution, node, frame);
      case 'staticlookup':
        return this.staticLookup(node, frame);
      case 'bin':
        return this.bin(node, frame);
      case 'assign':
        return this.assignment(node, frame);
      case 'assignref':
        return this.assignReference(node.left, node.right, frame);
      case 'propertylookup':
      case 'nullsafepropertylookup':
        return this.property(node, frame);
      case 'offsetlookup':
        return this.offset(node, frame);
      case 'encapsed': {
        const parts = node.value.map((part) => toTextOrUnknown(this.eval(part, frame)));
        return parts.every((part) => part !== undefined) ? this.bounded(parts.join('')) : this.unknown(node, frame);
      }
      case 'encapsedpart':
        return this.eval(node.expression, frame);
      case 'literal':
        return this.eval(node.value, frame);
      case 'identifier':
        return node.name;
      case 'unary':
        return this.unary(node.type, this.eval(node.what, frame)) ?? this.unknown(node, frame);
      case 'pre':
      case 'post': {
        const place = this.place(node.what, frame);
        const before = place.read() ?? null;
        const number = isUnknown(before) ? undefined : toNumber(before);
        const after = number === undefined ? this.unknown(node, frame) : number + (node.type === '+' ? 1 : -1);
        place.write(after);
        return node.kind === 'pre' ? after : before;
      }
      case 'cast':
        return cast(node.type, this.eval(node.expr, frame)) ?? this.unknown(node, frame);
      case 'retif':
        return this.ternary(node, frame);
      case 'isset':
        return this.isset(node, frame);
      case 'empty': {
        const value = this.quiet(node.expression, frame);
        const truth = value === undefined ? false : toBoolean(value);
        return truth === undefined ? this.unknown(node, frame) : !truth;
      }
      case 'silent':
        return this.eval(node.expr, frame);
      case 'closure':
      case 'arrowfunc':
        return this.closure(node, frame);
      case 'match':
        return this.match(node, frame);
      case 'clone':
        return this.clone(this.eval(node.what, frame));
      case 'magic':
        return this.magic(node.value, frame) ?? this.unknown(node, frame);
      case 'include':
        return this.include(node, frame);
      case 'throw':
        throw new PhpThrow(this.eval(node.what, frame));
      case 'exit':
        throw new Abort('The code ends the request.');
      case 'selfreference':
        return frame.self?.name ?? this.unknown(node, frame);
      case 'staticreference':
        return frame.late?.name ?? this.unknown(node, frame);
      default:
        return this.unknown(node, frame);
    }
  }

  /** Like {@link eval}, but an absent variable, element or property is undefined: what isset, empty and ?? look at. */
  private quiet(node: Expr, frame: Frame): Value | undefined {
    switch (node.kind) {
      case 'variable':
        return typeof node.name === 'string' ? this.lookup(node.name, frame) : this.eval(node, frame);
      case 'offsetlookup': {
        const base = this.quiet(node.what, frame);
        if (!node.offset || base === undefined || base === null) return undefined;
        return this.element(base, this.eval(node.offset, frame));
      }
      case 'propertylookup':
      case 'nullsafepropertylookup': {
        const base = this.quiet(node.what, frame);
        if (isUnknown(base)) return base;
        const name = toText(this.eval(node.offset, frame));
        if (!(base instanceof PhpObject) || name === undefined) return undefined;
        const value = base.get(name);
        // $CFG holds what a site configures: what we do not know of it may be set.
        return value === undefined && base === this.globals.get('CFG')?.value ? this.unknown(node, frame) : value;
      }
      default:
        return this.eval(node, frame);
    }
  }

  private lookup(name: string, frame: Frame): Value | undefined {
    if (name === 'this') return frame.object;
    const alias = frame.aliases.get(name);
    if (alias) return alias.read();
    return frame.variables.get(name)?.value;
  }

  private readVariable(node: Variable, frame: Frame): Value {
    const name = typeof node.name === 'string' ? node.name : toText(this.eval(node.name, frame));
    if (name === undefined) return this.unknown(node, frame);
    const value = this.lookup(name, frame);
    if (value !== undefined) return value;
    // At file level CFG, DB and the like are globals that exist; elsewhere an unset variable is null.
    if (frame.name === '' && !frame.variables.has(name))
      return this.globals.get(name)?.value ?? this.unknown(node, frame);
    return null;
  }

  private array(items: readonly (Entry | Expr | { kind: 'noop' } | null)[], frame: Frame): PhpArray | Unknown {
    const builder = new ArrayBuilder();
    let unsure = false;
    for (const item of items) {
      if (!item || item.kind === 'noop') continue;
      if (item.kind !== 'entry') {
        builder.push(this.eval(item as Expr, frame));
        continue;
      }
      const entry = item as Entry;
      if (entry.unpack) {
        const value = this.eval(entry.value, frame);
        if (value instanceof PhpArray) builder.spread(value);
        else unsure = true;
      } else if (entry.key) {
        const key = toKey(this.eval(entry.key, frame));
        const value = this.eval(entry.value, frame);
        if (key === undefined) unsure = true;
        else builder.set(key, value);
      } else builder.push(this.eval(entry.value, frame));
    }
    const array = builder.build();
    return unsure ? array.asPartial() : array;
  }

  private bin(node: Extract<Expr, { kind: 'bin' }>, frame: Frame): Value {
    switch (node.type) {
      case '&&':
      case 'and':
        return this.logical(node, frame, false);
      case '||':
      case 'or':
        return this.logical(node, frame, true);
      case '??': {
        const left = this.quiet(node.left, frame);
        if (isUnknown(left)) return left;
        return left === undefined || left === null ? this.eval(node.right, frame) : left;
      }
      case 'instanceof':
        return this.instanceOf(node, frame);
      default: {
        const a = this.eval(node.left, frame);
        const b = this.eval(node.right, frame);
        const result = binary(node.type, a, b);
        if (typeof result === 'string') this.bounded(result);
        return result ?? this.unknown(node, frame);
      }
    }
  }

  private logical(node: Extract<Expr, { kind: 'bin' }>, frame: Frame, decides: boolean): Value {
    const left = toBoolean(this.eval(node.left, frame));
    if (left === decides) return decides;
    const right = toBoolean(this.eval(node.right, frame));
    if (right === decides && left !== undefined) return decides;
    if (left === undefined || right === undefined) return right === decides ? decides : this.unknown(node, frame);
    return right;
  }

  private instanceOf(node: Extract<Expr, { kind: 'bin' }>, frame: Frame): Value {
    const object = this.eval(node.left, frame);
    if (isUnknown(object)) return this.unknown(node, frame);
    const name = this.classNameOf(node.right, frame);
    if (name === undefined) return this.unknown(node, frame);
    if (object instanceof Closure) return /^closure$/i.test(name);
    if (!(object instanceof PhpObject)) return false;
    return object.cls ? this.isA(object.cls, name, frame.code) : /^stdclass$/i.test(name);
  }

  private unary(type: string, value: Value): Value | undefined {
    if (isUnknown(value)) return undefined;
    if (type === '!') {
      const truth = toBoolean(value);
      return truth === undefined ? undefined : !truth;
    }
    const number = toNumber(value);
    if (number === undefined) return undefined;
    return type === '-' ? (number === 0 ? 0 : -number) : type === '~' ? ~number : number;
  }

  private ternary(node: Extract<Expr, { kind: 'retif' }>, frame: Frame): Value {
    const test = this.eval(node.test, frame);
    const known = toBoolean(test);
    if (known === true) return node.trueExpr ? this.eval(node.trueExpr, frame) : test;
    if (known === false) return this.eval(node.falseExpr, frame);
    const values = [node.trueExpr ? this.eval(node.trueExpr, frame) : test, this.eval(node.falseExpr, frame)];
    return join(values, this.source(node, frame)) ?? null;
  }

  private isset(node: Extract<Expr, { kind: 'isset' }>, frame: Frame): Value {
    for (const variable of node.variables) {
      const value = this.quiet(variable, frame);
      if (isUnknown(value)) return this.unknown(node, frame);
      if (value === undefined || value === null) return false;
    }
    return true;
  }

  private match(node: Extract<Expr, { kind: 'match' }>, frame: Frame): Value {
    const subject = this.eval(node.cond, frame);
    for (const arm of node.arms) {
      const same = arm.conds === null ? [true] : arm.conds.map((one) => strictEquals(subject, this.eval(one, frame)));
      if (same.includes(undefined)) return this.unknown(node, frame);
      if (same.includes(true)) return this.eval(arm.body, frame);
    }
    throw new PhpThrow(this.unknown(node, frame));
  }

  private clone(value: Value): Value {
    if (!(value instanceof PhpObject)) return value;
    const copy = new PhpObject(value.cls);
    for (const [name, cell] of value.properties) if (cell.value !== undefined) copy.init(name, cell.value);
    return copy;
  }

  private magic(name: string, frame: Frame): Value | undefined {
    switch (name.toUpperCase()) {
      case '__CLASS__':
        return frame.self?.name ?? '';
      case '__DIR__':
        return frame.code.path.slice(0, frame.code.path.lastIndexOf('/'));
      case '__FILE__':
        return frame.code.path;
      case '__FUNCTION__':
        return frame.name;
      case '__METHOD__':
        return frame.self ? `${frame.self.name}::${frame.name}` : frame.name;
      case '__NAMESPACE__':
        return frame.code.scope.namespace;
      default:
        return undefined;
    }
  }

  private include(node: Extract<Expr, { kind: 'include' }>, frame: Frame): Value {
    const path = this.eval(node.target, frame);
    if (typeof path !== 'string') return this.unknown(node, frame);
    if (node.once && this.included.has(path)) return true;
    const statements = this.program.statements(path);
    if (!statements) return node.require ? this.unknown(node, frame) : false;
    this.included.add(path);
    for (const code of statements) {
      const completion = this.exec(code.node as Stmt, { ...frame, code: code.context });
      if (completion?.type === 'return') return completion.value;
    }
    return 1;
  }

  // ---- places -------------------------------------------------------------------------------------------------

  private place(node: Expr, frame: Frame): Alias {
    switch (node.kind) {
      case 'variable': {
        const name = typeof node.name === 'string' ? node.name : toText(this.eval(node.name, frame));
        if (name === undefined) break;
        if (name === 'this') break;
        return frame.aliases.get(name) ?? this.cellPlace(this.variable(frame, name));
      }
      case 'offsetlookup': {
        const base = this.place(node.what, frame);
        return this.elementPlace(base, node.offset ? this.eval(node.offset, frame) : undefined);
      }
      case 'propertylookup':
      case 'nullsafepropertylookup': {
        const object =
          node.what.kind === 'variable' ? this.readVariable(node.what, frame) : this.eval(node.what, frame);
        const name = toText(this.eval(node.offset, frame));
        if (!(object instanceof PhpObject) || name === undefined) break;
        let cell = object.properties.get(name);
        if (!cell) object.properties.set(name, (cell = { value: undefined }));
        return this.cellPlace(cell);
      }
      case 'staticlookup': {
        const cell = this.staticProperty(node, frame);
        if (cell) return this.cellPlace(cell);
        break;
      }
      default:
        break;
    }
    const value = this.eval(node, frame);
    return { read: () => value, write: () => undefined };
  }

  private elementPlace(base: Alias, index: Value | undefined): Alias {
    const key = index === undefined ? undefined : toKey(index);
    return {
      read: () => {
        const array = base.read();
        return array === undefined || index === undefined ? undefined : this.element(array, index);
      },
      write: (value) => {
        const array = base.read() ?? null;
        if (isUnknown(array) || array instanceof PhpObject || array instanceof Closure) return;
        const old = array instanceof PhpArray ? array : PhpArray.empty;
        this.step(old.size >> 4);
        if (value === undefined) base.write(key === undefined ? old : old.without(key));
        else if (index === undefined) base.write(old.push(value));
        else base.write(key === undefined ? old.push(value).asPartial() : old.with(key, value)); // An unknown key: the value is there all the same.
      },
    };
  }

  private element(base: Value, index: Value): Value | undefined {
    if (isUnknown(base)) return base;
    const key = toKey(index);
    if (base instanceof PhpArray) {
      if (key === undefined) return isUnknown(index) ? index : undefined;
      return base.get(key) ?? (base.partial ? new Unknown('') : undefined);
    }
    if (typeof base === 'string' && typeof key === 'number') return base.at(key);
    return base instanceof PhpObject ? new Unknown('') : undefined;
  }

  private offset(node: Extract<Expr, { kind: 'offsetlookup' }>, frame: Frame): Value {
    const base = this.eval(node.what, frame);
    if (!node.offset) return null;
    const value = this.element(base, this.eval(node.offset, frame));
    return isUnknown(value) ? this.unknown(node, frame) : (value ?? null);
  }

  private property(node: Extract<Expr, { kind: 'propertylookup' | 'nullsafepropertylookup' }>, frame: Frame): Value {
    const object = this.eval(node.what, frame);
    const name = toText(this.eval(node.offset, frame));
    if (object === null || name === undefined || !(object instanceof PhpObject))
      return object === null ? null : this.unknown(node, frame);
    const value = object.get(name);
    if (value !== undefined) return value;
    return object.cls ? null : this.unknown(node, frame);
  }

  private assign(target: Expr, value: Value, frame: Frame) {
    if (target.kind === 'list' || target.kind === 'array') this.destructure(target.items, value, frame);
    else this.place(target, frame).write(value);
  }

  private destructure(items: readonly (Entry | { kind: 'noop' } | null)[], value: Value, frame: Frame) {
    for (const [index, item] of items.entries()) {
      if (!item || item.kind !== 'entry') continue;
      const entry = item as Entry;
      const key = entry.key ? this.eval(entry.key, frame) : index;
      const element = value === null ? null : (this.element(value, key) ?? null);
      this.assign(entry.value, element, frame);
    }
  }

  private assignment(node: Extract<Expr, { kind: 'assign' }>, frame: Frame): Value {
    if (node.operator === '=') {
      const value = this.eval(node.right, frame);
      this.assign(node.left, value, frame);
      return value;
    }
    const place = this.place(node.left, frame);
    const before = place.read();
    let value: Value;
    if (node.operator === '??=') {
      if (before !== undefined && before !== null) return before;
      value = this.eval(node.right, frame);
    } else {
      const result = binary(node.operator.slice(0, -1), before ?? null, this.eval(node.right, frame));
      if (typeof result === 'string') this.bounded(result);
      if (result instanceof PhpArray) this.step(result.size >> 4);
      value = result ?? this.unknown(node, frame);
    }
    place.write(value);
    return value;
  }

  private assignReference(left: Expr, right: Expr, frame: Frame): Value {
    if (right.kind === 'new' || right.kind === 'call') {
      const value = this.eval(right, frame);
      this.assign(left, value, frame);
      return value;
    }
    const place = this.place(right, frame);
    if (left.kind === 'variable' && typeof left.name === 'string') frame.aliases.set(left.name, place);
    else this.assign(left, place.read() ?? null, frame);
    return place.read() ?? null;
  }

  // ---- classes ------------------------------------------------------------------------------------------------

  private className(name: string, resolution: string, frame: Frame): string {
    if (resolution === 'rn') return resolveClassName(frame.code.scope, `namespace\\${name}`);
    return resolveClassName(frame.code.scope, resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name);
  }

  /** The class name that an expression in class position means. */
  private classNameOf(node: Expr, frame: Frame): string | undefined {
    switch (node.kind) {
      case 'name':
        if (node.resolution === 'uqn') {
          const word = node.name.toLowerCase();
          if (word === 'self') return frame.self?.name;
          if (word === 'static') return frame.late?.name;
        }
        return this.className(node.name, node.resolution, frame);
      case 'selfreference':
        return frame.self?.name;
      case 'staticreference':
        return frame.late?.name;
      case 'parentreference':
        return frame.self ? this.parentOf(frame.self)?.name : undefined;
      default: {
        const value = this.eval(node, frame);
        if (typeof value === 'string') return value.replace(/^\\/, '');
        return value instanceof PhpObject ? value.cls?.name : undefined;
      }
    }
  }

  private classOf(node: Expr, frame: Frame): PhpClass | undefined {
    if (node.kind === 'selfreference') return frame.self;
    if (node.kind === 'staticreference') return frame.late;
    if (node.kind === 'parentreference') return frame.self && this.parentOf(frame.self);
    const name = this.classNameOf(node, frame);
    return name === undefined ? undefined : this.program.findClass(name, frame.code);
  }

  parentOf(cls: PhpClass): PhpClass | undefined {
    const [parent] = cls.declaration.kind === 'class' ? cls.declaration.extends : [];
    return parent === undefined
      ? undefined
      : this.program.findClass(resolveClassName(cls.declaration.scope, parent), classContext(cls));
  }

  private traitsOf(cls: PhpClass): PhpClass[] {
    return cls.declaration.traits.flatMap(
      (name) => this.program.findClass(resolveClassName(cls.declaration.scope, name), classContext(cls)) ?? [],
    );
  }

  private interfacesOf(cls: PhpClass): string[] {
    const { declaration } = cls;
    const names = declaration.kind === 'interface' ? declaration.extends : declaration.implements;
    return names.map((name) => resolveClassName(declaration.scope, name));
  }

  /** A method of a class, its traits or parents; found members of traits belong to the class that uses them. */
  findMethod(cls: PhpClass, name: string): FoundMember | undefined {
    return this.findMember(cls, (one) => one.methods.get(name.toLowerCase()));
  }

  private findMember(cls: PhpClass, pick: (cls: PhpClass) => MemberIsland | undefined): FoundMember | undefined {
    const seen = new Set<string>();
    for (let one: PhpClass | undefined = cls; one && !seen.has(one.name); one = this.parentOf(one)) {
      this.step();
      seen.add(one.name);
      const found = this.ownOrTrait(one, one, pick, 0);
      if (found) return found;
    }
    return undefined;
  }

  private ownOrTrait(
    cls: PhpClass,
    user: PhpClass,
    pick: (cls: PhpClass) => MemberIsland | undefined,
    depth: number,
  ): (FoundMember & { user: PhpClass }) | undefined {
    const member = pick(cls);
    if (member) return { cls, member, user };
    if (depth > 10) return undefined;
    for (const trait of this.traitsOf(cls)) {
      const found = this.ownOrTrait(trait, user, pick, depth + 1);
      if (found) return found;
    }
    return undefined;
  }

  isA(cls: PhpClass, name: string, from: CodeContext): boolean {
    const wanted = (this.program.findClass(name, from)?.name ?? name).toLowerCase();
    const seen = new Set<string>();
    const queue = [cls];
    for (let one = queue.pop(); one; one = queue.pop()) {
      if (one.name.toLowerCase() === wanted) return true;
      if (seen.has(one.name)) continue;
      seen.add(one.name);
      const parent = this.parentOf(one);
      if (parent) queue.push(parent);
      for (const contract of this.interfacesOf(one)) {
        if (contract.toLowerCase() === wanted) return true;
        const found = this.program.findClass(contract, classContext(one));
        if (found) queue.push(found);
      }
    }
    return false;
  }

  private staticLookup(node: Extract<Expr, { kind: 'staticlookup' }>, frame: Frame): Value {
    if (node.offset.kind === 'identifier') {
      if (node.offset.name.toLowerCase() === 'class')
        return this.classNameOf(node.what, frame) ?? this.unknown(node, frame);
      const cls = this.classOf(node.what, frame);
      return (cls && this.classConstant(cls, node.offset.name)) ?? this.unknown(node, frame);
    }
    const cell = this.staticProperty(node, frame);
    return cell ? (cell.value ?? null) : this.unknown(node, frame);
  }

  classConstant(cls: PhpClass, name: string): Value | undefined {
    let found = this.findMember(cls, (one) => one.constants.get(name));
    for (const contract of found ? [] : this.interfacesOf(cls)) {
      const inherited = this.program.findClass(contract, classContext(cls));
      found ??= inherited && this.findMember(inherited, (one) => one.constants.get(name));
    }
    if (!found) return undefined;
    const owner = found.cls;
    const key = `${owner.name}::${name}`;
    let cell = this.statics.get(key);
    if (!cell) {
      if (this.constantsInProgress.has(key)) throw new Abort(`${key} refers to itself.`);
      this.constantsInProgress.add(key);
      const code = this.program.value(owner, found.member);
      const value = code
        ? this.eval(code.node as Expr, this.frame(code.context, { name: '', self: owner, late: cls }))
        : undefined;
      this.constantsInProgress.delete(key);
      if (found.member.kind === 'case') {
        const instance = new PhpObject(owner);
        instance.init('name', name);
        if (value !== undefined) instance.init('value', value);
        cell = { value: instance };
      } else cell = { value };
      this.statics.set(key, cell);
    }
    return cell.value;
  }

  private staticProperty(node: Extract<Expr, { kind: 'staticlookup' }>, frame: Frame): Cell | undefined {
    const cls = this.classOf(node.what, frame);
    if (!cls) return undefined;
    const name = node.offset.kind === 'variable' && typeof node.offset.name === 'string' ? node.offset.name : undefined;
    if (name === undefined) return undefined;
    const found = this.findMember(cls, (one) =>
      one.properties.find((property) => property.isStatic && property.name === name),
    );
    if (!found) return undefined;
    const key = `${found.cls.name}::$${name}`;
    let cell = this.statics.get(key);
    if (!cell) {
      const code = this.program.value(found.cls, found.member);
      cell = {
        value: code
          ? this.eval(code.node as Expr, this.frame(code.context, { name: '', self: found.cls, late: found.cls }))
          : null,
      };
      this.statics.set(key, cell);
    }
    return cell;
  }

  private new(node: Extract<Expr, { kind: 'new' }>, frame: Frame): Value {
    if (node.what.kind === 'class') return this.unknown(node, frame);
    const name = this.classNameOf(node.what, frame);
    if (name !== undefined && /^(stdclass|arrayobject)$/i.test(name)) return new PhpObject(undefined);
    const cls = this.classOf(node.what, frame);
    if (!cls) {
      this.arguments(node.arguments, frame);
      return this.unknown(node, frame);
    }
    return this.instantiate(cls, this.arguments(node.arguments, frame));
  }

  instantiate(cls: PhpClass, args: readonly PassedArgument[]): PhpObject {
    const object = new PhpObject(cls);
    this.initProperties(object, cls);
    const constructor = this.findMethod(cls, '__construct');
    if (constructor) this.callMethod(constructor, cls, object, args);
    return object;
  }

  private initProperties(object: PhpObject, cls: PhpClass) {
    const chain: PhpClass[] = [];
    for (let one: PhpClass | undefined = cls; one && !chain.includes(one); one = this.parentOf(one)) chain.push(one);
    for (const owner of chain.reverse()) {
      for (const source of [...this.traitsOf(owner), owner]) {
        for (const property of source.properties) {
          if (property.isStatic) continue;
          const code = this.program.value(source, property);
          object.init(
            property.name,
            code ? this.eval(code.node as Expr, this.frame(code.context, { name: '', self: owner, late: cls })) : null,
          );
        }
      }
    }
  }

  // ---- calls --------------------------------------------------------------------------------------------------

  private arguments(nodes: readonly Argument[], frame: Frame): PassedArgument[] {
    const passed: PassedArgument[] = [];
    for (const node of nodes) {
      if (node.kind === 'variadic') {
        const value = this.eval(node.what, frame);
        if (value instanceof PhpArray)
          for (const [key, one] of value.entries())
            passed.push(typeof key === 'string' ? { value: one, name: key } : { value: one });
        else passed.push({ value });
      } else if (node.kind === 'namedargument') passed.push({ value: this.eval(node.value, frame), name: node.name });
      else if (node.kind === 'variadicplaceholder') passed.push({ value: new Unknown('...') });
      else passed.push({ value: this.eval(node, frame), node, frame });
    }
    return passed;
  }

  private call(node: Extract<Expr, { kind: 'call' }>, frame: Frame): Value {
    const { what } = node;
    const firstClass = node.arguments.some((one) => one.kind === 'variadicplaceholder');
    if (firstClass) return this.unknown(node, frame);
    if (what.kind === 'name') return this.callNamed(what.name, what.resolution, node, frame);
    if (what.kind === 'staticlookup') return this.callStaticLookup(what, node, frame);
    if (what.kind === 'propertylookup' || what.kind === 'nullsafepropertylookup') {
      const object = this.eval(what.what, frame);
      if (object === null && what.kind === 'nullsafepropertylookup') return null;
      const name = toText(this.eval(what.offset, frame));
      const args = this.arguments(node.arguments, frame);
      if (!(object instanceof PhpObject) || name === undefined) {
        if (object instanceof Closure && name === 'call') return this.unknown(node, frame);
        return this.unknown(node, frame);
      }
      const property = object.get(name);
      if (object.cls) {
        const found = this.findMethod(object.cls, name);
        if (found) return this.callMethod(found, object.cls, object, args);
      }
      return property instanceof Closure ? this.callClosure(property, args) : this.unknown(node, frame);
    }
    const callee = this.eval(what, frame);
    return this.callValue(callee, this.arguments(node.arguments, frame), frame) ?? this.unknown(node, frame);
  }

  private callNamed(name: string, resolution: string, node: Extract<Expr, { kind: 'call' }>, frame: Frame): Value {
    const written = resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name;
    const names = resolveFallbackName(frame.code.scope, written, 'functions');
    const builtin = builtins.get((names.at(-1) ?? name).toLowerCase());
    const args = this.arguments(node.arguments, frame);
    if (builtin) {
      const result = builtin(
        args.map(({ value }) => value),
        { interpreter: this, frame, args },
      );
      if (typeof result === 'string') this.bounded(result);
      if (result instanceof PhpArray) this.step(result.size >> 2);
      return result ?? this.unknown(node, frame);
    }
    const code = this.program.findFunction(names, frame.code);
    return code ? this.callFunction(code, args, name) : this.unknown(node, frame);
  }

  private callStaticLookup(
    what: Extract<Expr, { kind: 'staticlookup' }>,
    node: Extract<Expr, { kind: 'call' }>,
    frame: Frame,
  ): Value {
    const cls = this.classOf(what.what, frame);
    const name = toText(
      this.eval(what.offset.kind === 'variable' || what.offset.kind === 'literal' ? what.offset : what.offset, frame),
    );
    const className = cls?.name ?? this.classNameOf(what.what, frame);
    const args = this.arguments(node.arguments, frame);
    if (name === undefined) return this.unknown(node, frame);
    const builtin =
      className === undefined ? undefined : builtins.get(`${className.toLowerCase()}::${name.toLowerCase()}`);
    if (builtin)
      return (
        builtin(
          args.map(({ value }) => value),
          { interpreter: this, frame, args },
        ) ?? this.unknown(node, frame)
      );
    if (!cls) return this.unknown(node, frame);
    const found = this.findMethod(cls, name);
    if (!found) {
      const cases =
        cls.declaration.kind === 'enum' && name === 'cases'
          ? [...cls.constants.values()].filter((one) => one.kind === 'case')
          : undefined;
      if (cases) return PhpArray.list(cases.map((one) => this.classConstant(cls, one.name) ?? null));
      return this.unknown(node, frame);
    }
    // parent::, self:: and static:: forward the object and the late static class.
    const forwards = /reference$/.test(what.what.kind);
    const late = forwards && frame.late ? frame.late : cls;
    const object = found.member.isStatic ? undefined : frame.object;
    return this.callMethod(found, what.what.kind === 'staticreference' ? cls : late, object, args);
  }

  /** Calls what `call_user_func` accepts; undefined when it cannot be resolved. */
  callValue(callee: Value, args: readonly PassedArgument[], frame: Frame): Value | undefined {
    if (callee instanceof Closure) return this.callClosure(callee, args);
    if (typeof callee === 'string' && callee.includes('::')) {
      const [cls, method] = callee.split('::');
      return this.callValue(PhpArray.list([cls ?? '', method ?? '']), args, frame);
    }
    if (typeof callee === 'string') {
      const builtin = builtins.get(callee.toLowerCase().replace(/^\\/, ''));
      if (builtin)
        return builtin(
          args.map(({ value }) => value),
          { interpreter: this, frame, args },
        );
      const code = this.program.findFunction([callee.replace(/^\\/, '')], frame.code);
      return code && this.callFunction(code, args, callee);
    }
    if (callee instanceof PhpArray) {
      const [target, method] = [callee.get(0), callee.get(1)];
      if (typeof method !== 'string') return undefined;
      const cls =
        target instanceof PhpObject
          ? target.cls
          : typeof target === 'string'
            ? this.classByText(target, frame)
            : undefined;
      const found = cls && this.findMethod(cls, method.replace(/^parent::/, ''));
      return found && this.callMethod(found, cls, target instanceof PhpObject ? target : undefined, args);
    }
    if (callee instanceof PhpObject && callee.cls) {
      const found = this.findMethod(callee.cls, '__invoke');
      return found && this.callMethod(found, callee.cls, callee, args);
    }
    return undefined;
  }

  classByText(name: string, frame: Frame): PhpClass | undefined {
    if (name === 'self') return frame.self;
    if (name === 'static') return frame.late;
    if (name === 'parent') return frame.self && this.parentOf(frame.self);
    return this.program.findClass(name.replace(/^\\/, ''), frame.code);
  }

  private callMethod(
    found: FoundMember & { user?: PhpClass },
    late: PhpClass,
    object: PhpObject | undefined,
    args: readonly PassedArgument[],
  ): Value {
    const native = object && nativeConstructor(found.cls, found.member.name);
    if (native) {
      native(object, args, this.program);
      return null;
    }
    const code = this.program.method(found.cls, found.member);
    if (!code) throw new Abort(`${found.cls.name}::${found.member.name}() does not parse.`);
    return this.run(code.node as FunctionLike, args, {
      code: code.context,
      name: found.member.name,
      self: found.user ?? found.cls,
      late,
      object: found.member.isStatic ? undefined : object,
    });
  }

  private callFunction(code: Code, args: readonly PassedArgument[], name: string): Value {
    return this.run(code.node as FunctionLike, args, { code: code.context, name });
  }

  callClosure(closure: Closure, args: readonly PassedArgument[]): Value {
    const { frame } = closure;
    return this.run(
      closure.node,
      args,
      { code: frame.code, name: '{closure}', self: frame.self, late: frame.late, object: frame.object },
      closure,
    );
  }

  private run(
    node: FunctionLike,
    args: readonly PassedArgument[],
    parts: Partial<Frame> & { code: CodeContext; name: string },
    closure?: Closure,
  ): Value {
    if (this.depth >= limits.depth) throw new Abort('Calls are nested too deep.');
    this.depth += 1;
    try {
      const frame = this.frame(parts.code, { ...parts, arguments: args.map(({ value }) => value) });
      if (closure) {
        if (closure.captured)
          for (const [name, cell] of closure.captured) frame.aliases.set(name, this.cellPlace(cell));
        else
          for (const [name, cell] of closure.frame.variables)
            if (cell.value !== undefined) this.variable(frame, name).value = cell.value;
        if (!closure.captured) for (const [name, alias] of closure.frame.aliases) frame.aliases.set(name, alias);
      }
      this.bind(node, args, frame);
      if (node.body === null) return null;
      if (node.kind === 'arrowfunc') return this.eval(node.body as Expr, frame);
      const completion = this.block((node.body as Block).children, frame);
      const value = completion?.type === 'return' ? completion.value : null;
      return frame.possibleReturns.length === 0
        ? value
        : (join([...frame.possibleReturns, value], `${parts.name}()`) ?? null);
    } finally {
      this.depth -= 1;
    }
  }

  private bind(node: FunctionLike, args: readonly PassedArgument[], frame: Frame) {
    const named = new Map(args.flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg] as const])));
    const positional = args.filter((arg) => arg.name === undefined);
    for (const [index, parameter] of node.arguments.entries()) {
      const { name } = parameter.name;
      if (parameter.variadic) {
        this.variable(frame, name).value = PhpArray.list(positional.slice(index).map(({ value }) => value));
        break;
      }
      const arg = positional[index] ?? named.get(name);
      if (arg && parameter.byref && arg.node && arg.frame) frame.aliases.set(name, this.place(arg.node, arg.frame));
      else
        this.variable(frame, name).value = arg ? arg.value : parameter.value ? this.eval(parameter.value, frame) : null;
      // A promoted constructor parameter is a property as well.
      if (parameter.flags !== 0 && frame.object) frame.object.init(name, this.lookup(name, frame) ?? null);
    }
  }

  private closure(node: FunctionLike, frame: Frame): Closure {
    const captured = node.kind === 'arrowfunc' ? undefined : new Map<string, Cell>();
    for (const use of node.uses ?? []) {
      const name = String(use.name);
      if (use.byref !== true) captured?.set(name, { value: this.lookup(name, frame) ?? null });
      else if (frame.aliases.has(name)) captured?.set(name, { value: this.lookup(name, frame) ?? null });
      else captured?.set(name, this.variable(frame, name));
    }
    return new Closure(node, frame, captured, this.source(node, frame));
  }

  // ---- constants ----------------------------------------------------------------------------------------------

  private constant(name: string, resolution: string, node: Expr, frame: Frame): Value {
    const written = resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name;
    return (
      this.constantByNames(resolveFallbackName(frame.code.scope, written, 'constants'), frame.code) ??
      this.unknown(node, frame)
    );
  }

  constantByNames(names: readonly string[], from: CodeContext): Value | undefined {
    const last = names.at(-1) ?? '';
    if (last in magicConstants) return magicConstants[last];
    const key = `const ${last}`;
    const known = this.statics.get(key);
    if (known) return known.value;
    const code = this.program.findConstant(names, from);
    if (!code || this.constantsInProgress.has(key)) return undefined;
    this.constantsInProgress.add(key);
    const value = this.eval(code.node as Expr, this.frame(code.context, { name: '' }));
    this.constantsInProgress.delete(key);
    this.statics.set(key, { value });
    return value;
  }

  /** Writes to the place an argument came from, for by-reference built-ins such as `sort`. */
  writeArgument(arg: PassedArgument | undefined, value: Value) {
    if (arg?.node && arg.frame) this.place(arg.node, arg.frame).write(value);
  }

  charge(cost: number) {
    this.step(cost);
  }
}

/** Statements of one file, run one after the other in one scope; a run answers whether the file returned. */
export interface Session {
  run(code: Code): boolean;
  eval(code: Code): Value;
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
}

export interface PassedArgument {
  readonly value: Value;
  readonly name?: string;
  /** Where it came from, for parameters by reference. */
  readonly node?: Expr;
  readonly frame?: Frame;
}

export const classContext = (cls: PhpClass): CodeContext => ({
  path: cls.path,
  scope: cls.declaration.scope,
  text: '',
  offset: 0,
});

/** One level less of `break 2`; a return passes. */
function leaveLoop(completion: Completion | undefined): Completion | undefined {
  if (!completion || completion.type === 'return') return completion;
  return completion.levels > 1 ? { type: completion.type, levels: completion.levels - 1 } : undefined;
}

const toTextOrUnknown = (value: Value) => (isUnknown(value) ? undefined : toText(value));

function cast(type: string, value: Value): Value | undefined {
  if (type === 'array') {
    if (value instanceof PhpArray) return value;
    if (value === null) return PhpArray.empty;
    if (value instanceof PhpObject && !value.cls)
      return PhpArray.of(
        [...value.properties].flatMap(([name, cell]) =>
          cell.value === undefined ? [] : [[name, cell.value] as const],
        ),
      );
    return isUnknown(value) || value instanceof PhpObject ? undefined : PhpArray.list([value]);
  }
  if (type === 'object') {
    if (!(value instanceof PhpArray)) return value instanceof PhpObject ? value : undefined;
    const object = new PhpObject(undefined);
    for (const [key, one] of value.entries()) object.init(String(key), one);
    return object;
  }
  if (isUnknown(value)) return undefined;
  switch (type) {
    case 'int':
    case 'integer': {
      const number = toNumber(value);
      return number === undefined ? undefined : Math.trunc(number);
    }
    case 'float':
    case 'double':
    case 'real':
      return toNumber(value);
    case 'string':
      return toText(value);
    case 'bool':
    case 'boolean':
      return toBoolean(value);
    default:
      return type === 'unset' ? null : undefined;
  }
}

/** The value that stands for either of several; undefined only where none is set. */
export function join(values: readonly (Value | undefined)[], source: string): Value | undefined {
  const [first] = values;
  if (values.every((value) => sameValue(value, first))) return first;
  const arrays = values.filter((value) => value instanceof PhpArray);
  if (arrays.length === values.length) {
    const keys = new Set(arrays.flatMap((array) => array.keys()));
    const certain =
      [...keys].every((key) => arrays.every((array) => array.has(key))) && !arrays.some((array) => array.partial);
    const merged = PhpArray.of(
      [...keys].map(
        (key) =>
          [
            key,
            join(
              arrays.flatMap((array) => array.get(key) ?? []),
              source,
            ) ?? null,
          ] as const,
      ),
    );
    return certain ? merged : merged.asPartial();
  }
  return new Unknown(source);
}

/** Equal in every respect that a schema can show. */
function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b) return true;
  if (a instanceof PhpArray && b instanceof PhpArray)
    return (
      a.size === b.size &&
      a.partial === b.partial &&
      a.entries().every(([key, value]) => b.has(key) && sameValue(value, b.get(key)))
    );
  if (a instanceof PhpObject && b instanceof PhpObject)
    return (
      a.cls === b.cls &&
      a.properties.size === b.properties.size &&
      [...a.properties].every(([name, cell]) => sameValue(cell.value, b.get(name)))
    );
  return false;
}
