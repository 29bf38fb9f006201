/**
 * A small interpreter of PHP: enough to run what builds web-service schemas (and `db/*.php` arrays), in bounded steps.
 * What only a running site knows becomes {@link Unknown} and spreads; a branch on an unknown runs both sides and joins.
 */
import type { Expr, Stmt } from './ast.ts';
import type { CodeContext } from './context.ts';
import type { Alias, Cell, Frame, Value } from './values.ts';
import { callMethod, callValue } from './interpreter/calls.ts';
import { findMethod } from './interpreter/classes.ts';
import { evaluateExpression } from './interpreter/expressions.ts';
import { Abort, bytes, limits } from './interpreter/machine.ts';
import type { Completion, FoundMember, FrameParts, Machine, PassedArgument } from './interpreter/machine.ts';
import { placeOf } from './interpreter/places.ts';
import { executeStatement } from './interpreter/statements.ts';
import type { PhpClass } from './phpClass.ts';
import type { Code, Program } from './program.ts';
import { PhpArray, PhpObject, Unknown } from './values.ts';

/** Statements of one file, run one after the other in one scope; a run answers whether the file returned. */
export interface Session {
  run(code: Code): boolean;
  eval(code: Code): Value;
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
}

export class Interpreter implements Machine {
  readonly globals = new Map<string, Cell>();
  readonly statics = new Map<string, Cell>();
  readonly constantsInProgress = new Set<string>();
  readonly constants: Machine['constants'] = new Map();
  readonly plans: Machine['plans'] = new Map();
  readonly included = new Set<string>();
  journal: Map<Cell, Value | undefined> | undefined;
  readonly touched = new Set<string>();
  changesGlobals = false;
  private level = 0;
  private deepest = 0;
  private steps = 0;
  private allocated = 0;

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
      for (const name of ['branch', 'release', 'version'] as const) {
        const value = program[name];
        if (value !== undefined) cfg.init(name, value);
      }
      this.globals.set('CFG', { value: cfg });
    }
  }

  get depth(): number {
    return this.level;
  }

  set depth(level: number) {
    this.level = level;
    if (level > this.deepest) this.deepest = level;
  }

  apart(program: Program): Machine {
    const machine = new Interpreter(program);
    machine.depth = this.depth;
    return machine;
  }

  spent() {
    return { steps: this.steps, bytes: this.allocated, depth: this.deepest };
  }

  isGlobal(object: PhpObject): boolean {
    return object === this.globals.get('CFG')?.value || object === this.globals.get('SESSION')?.value;
  }

  touch(key: string, cell: Cell): Cell {
    this.touched.add(key);
    this.statics.set(key, cell);
    return cell;
  }

  /** Calls a static method as Moodle does, with a budget of its own; throws {@link PhpThrow} or {@link Abort}. */
  request(cls: PhpClass, name: string): Value {
    this.steps = 0;
    this.allocated = 0;
    this.journal = undefined;
    const found = this.findMethod(cls, name);
    if (!found) throw new Abort(`${cls.name} has no method ${name}().`);
    return this.callMethod(found, cls, undefined, []);
  }

  findMethod(cls: PhpClass, name: string): FoundMember | undefined {
    return findMethod(this, cls, name);
  }

  /** A file scope in which statements run one after the other. */
  open(context: CodeContext): Session {
    const frame = this.newFrame(context, { name: '' });
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

  eval(node: Expr, frame: Frame): Value {
    return evaluateExpression(this, node, frame);
  }

  exec(node: Stmt, frame: Frame): Completion | undefined {
    return executeStatement(this, node, frame);
  }

  callMethod(
    found: FoundMember,
    late: PhpClass,
    object: PhpObject | undefined,
    args: readonly PassedArgument[],
  ): Value {
    return callMethod(this, found, late, object, args);
  }

  callValue(callee: Value, args: readonly PassedArgument[], frame: Frame): Value | undefined {
    return callValue(this, callee, args, frame);
  }

  newFrame(code: CodeContext, parts: FrameParts): Frame {
    return {
      code,
      variables: new Map(),
      aliases: new Map(),
      self: parts.self,
      late: parts.late,
      object: parts.object,
      name: parts.name,
      arguments: parts.arguments ?? [],
      possibleReturns: [],
      skipped: 'no',
      yielded: undefined,
    };
  }

  variable(frame: Frame, name: string): Cell {
    let cell = frame.variables.get(name);
    if (!cell) frame.variables.set(name, (cell = { value: undefined }));
    return cell;
  }

  set(cell: Cell, value: Value | undefined) {
    if (this.journal && !this.journal.has(cell)) this.journal.set(cell, cell.value);
    cell.value = value;
  }

  cellPlace(cell: Cell): Alias {
    return {
      read: () => cell.value,
      write: (value) => {
        this.set(cell, value);
      },
    };
  }

  step(cost = 1) {
    this.steps += cost;
    if (this.steps > limits.steps) throw new Abort('Too many steps.');
  }

  allocate(count: number) {
    this.allocated += count;
    if (this.allocated > limits.memory) throw new Abort('Too much memory.');
  }

  bounded<T extends string | PhpArray>(value: T): T {
    if (typeof value === 'string') {
      this.allocate(value.length);
      this.step(value.length >> 10);
      if (value.length > limits.text) throw new Abort('A text grew too long.');
    } else {
      this.step(value.size >> 4);
      this.allocate(bytes.array + value.size * bytes.entry);
      if (value.weight > limits.weight) throw new Abort('An array grew too large.');
    }
    return value;
  }

  unknown(node: Expr | Stmt, frame: Frame): Unknown {
    return new Unknown(this.source(node, frame));
  }

  known(value: Value | undefined, node: Expr, frame: Frame): Value {
    return value === undefined ? this.unknown(node, frame) : value;
  }

  source(node: Expr | Stmt, frame: Frame): string {
    const { text, offset } = frame.code;
    const loc = node.loc;
    if (!loc) return '';
    return text
      .slice(Math.max(0, loc.start.offset - offset), Math.max(0, loc.end.offset - offset))
      .replace(/;?\s*$/, '')
      .trimStart();
  }

  writeArgument(arg: PassedArgument | undefined, value: Value) {
    if (value instanceof PhpArray) this.bounded(value);
    if (arg?.place) arg.place.write(value);
    else if (arg?.node && arg.frame) placeOf(this, arg.node, arg.frame).write(value);
  }
}
