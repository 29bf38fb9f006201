/** Statements: control flow, and branches on what cannot be known. */
import { staticName } from '../ast.ts';
import type { Expr, Stmt, Variable } from '../ast.ts';
import type { Alias, Frame, Value } from '../values.ts';
import { isUnknown, looseEquals, PhpArray, PhpObject, toBoolean, toKey, toNumber, Unknown } from '../values.ts';
import { PhpThrow } from './machine.ts';
import type { Completion, Machine } from './machine.ts';
import { className, isA } from './classes.ts';
import { joinRuns, runPerhaps } from './branches.ts';
import { iterate } from './iteration.ts';
import { assign, elementPlace, offsetMethod, placeOf } from './places.ts';

export function executeStatement(m: Machine, node: Stmt, frame: Frame): Completion | undefined {
  m.step();
  switch (node.kind) {
    case 'expressionstatement':
      m.eval(node.expression, frame);
      return undefined;
    case 'block':
      return runBlock(m, node.children, frame);
    case 'return':
      return { type: 'return', value: node.expr ? m.eval(node.expr, frame) : null };
    case 'if':
      return runBranch(
        m,
        m.eval(node.test, frame),
        frame,
        () => m.exec(node.body, frame),
        () => (node.alternate ? m.exec(node.alternate, frame) : undefined),
      );
    case 'foreach':
      return runForeach(m, node, frame);
    case 'for': {
      for (const one of node.init) m.eval(one, frame);
      const increment = () => {
        for (const one of node.increment) m.eval(one, frame);
      };
      return runLoop(m, () => node.test.map((one) => m.eval(one, frame)).at(-1) ?? true, node.body, frame, increment);
    }
    case 'while':
      return runLoop(m, () => m.eval(node.test, frame), node.body, frame);
    case 'do': {
      let first = true;
      return runLoop(m, () => (first ? !(first = false) : m.eval(node.test, frame)), node.body, frame);
    }
    case 'switch':
      return runSwitch(m, node, frame);
    case 'break':
    case 'continue':
      return { type: node.kind, levels: node.level ? (toNumber(m.eval(node.level, frame)) ?? 1) : 1 };
    case 'throw':
      throw new PhpThrow(m.eval(node.what, frame));
    case 'try':
      return runTry(m, node, frame);
    case 'global':
      for (const item of node.items) {
        const name = staticName(item);
        let cell = m.globals.get(name);
        if (!cell) m.globals.set(name, (cell = { value: new Unknown(`$${name}`) }));
        frame.aliases.set(name, globalPlace(m, m.cellPlace(cell)));
      }
      return undefined;
    case 'static':
      for (const item of node.variables) staticVariable(m, item, frame);
      return undefined;
    case 'unset':
      for (const variable of node.variables) unset(m, variable, frame);
      return undefined;
    default:
      return undefined; // Declarations are found through the program; echo and inline HTML build no schema.
  }
}

function runBlock(m: Machine, statements: readonly Stmt[], frame: Frame): Completion | undefined {
  for (const [index, statement] of statements.entries()) {
    const completion = m.exec(statement, frame);
    if (completion) return completion;
    if (frame.skipped !== 'no' && index + 1 < statements.length)
      return runPerhaps(m, () => runBlock(m, statements.slice(index + 1), frame), frame);
  }
  return undefined;
}

function staticVariable(
  m: Machine,
  item: Variable | { kind: 'staticvariable'; variable: Variable; defaultValue: Expr | null },
  frame: Frame,
) {
  const variable = item.kind === 'variable' ? item : item.variable;
  const name = staticName(variable);
  // Since PHP 8.1 classes share those of an inherited method; before, each class had its own.
  const owner = m.program.inheritsStatics ? frame.self : (frame.late ?? frame.self);
  const key = `${owner?.name ?? frame.code.path}::${frame.name}$${name}@${variable.loc?.start.offset ?? 0}`;
  let cell = m.statics.get(key);
  if (!cell) {
    const initial = item.kind === 'staticvariable' && item.defaultValue ? m.eval(item.defaultValue, frame) : null;
    cell = m.touch(key, { value: initial });
  }
  frame.aliases.set(name, m.cellPlace(cell));
}

const globalPlace = (m: Machine, place: Alias): Alias => ({
  read: () => place.read(),
  write: (value) => {
    m.changesGlobals = true;
    place.write(value);
  },
});

function unset(m: Machine, node: Expr, frame: Frame) {
  if (node.kind === 'offsetlookup' && node.offset) {
    const base = placeOf(m, node.what, frame);
    const array = base.read();
    const index = m.eval(node.offset, frame);
    const key = toKey(index);
    offsetMethod(m, array ?? null, 'offsetUnset', [index]);
    if (array instanceof PhpArray) base.write(key === undefined ? array.asPartial() : m.bounded(array.without(key)));
  } else if (node.kind === 'variable' && typeof node.name === 'string') {
    frame.aliases.delete(node.name);
    m.set(m.variable(frame, node.name), undefined);
  } else placeOf(m, node, frame).write(undefined);
}

/** One side when the condition is known; else both, with every changed place joined. */
function runBranch(
  m: Machine,
  condition: Value,
  frame: Frame,
  yes: () => Completion | undefined,
  no: () => Completion | undefined,
): Completion | undefined {
  const known = toBoolean(condition);
  if (known !== undefined) return known ? yes() : no();
  return joinRuns(m, [yes, no], frame, isUnknown(condition) ? condition.source : '');
}

/** One round of a loop; `perhaps` when a round before may have left it. Answers whether later ones may not happen. */
function runRound(
  m: Machine,
  frame: Frame,
  run: () => Completion | undefined,
  perhaps: boolean,
): { completion: Completion | undefined; perhaps: boolean } {
  const { skipped } = frame;
  frame.skipped = 'no';
  const completion = perhaps ? runPerhaps(m, run, frame) : run();
  const left = (frame.skipped as Frame['skipped']) === 'loop';
  frame.skipped = skipped;
  return { completion, perhaps: perhaps || left };
}

function runLoop(
  m: Machine,
  test: () => Value,
  body: Stmt | null,
  frame: Frame,
  increment?: () => void,
): Completion | undefined {
  let perhaps = false;
  for (;;) {
    m.step();
    const condition = test();
    const known = toBoolean(condition);
    if (known === false) return undefined;
    const run = () => (body ? m.exec(body, frame) : undefined);
    // An unknown number of rounds: none, or one that stands for the others.
    const round = runRound(m, frame, run, perhaps || known === undefined);
    const { completion } = round;
    if (known === undefined) return leaveLoop(completion);
    if (completion) {
      if (completion.type === 'return' || completion.levels > 1) return leaveLoop(completion);
      if (completion.type === 'break') return undefined;
    }
    perhaps = round.perhaps;
    increment?.();
  }
}

function runForeach(m: Machine, node: Extract<Stmt, { kind: 'foreach' }>, frame: Frame): Completion | undefined {
  const byReference = node.value.kind === 'variable' && node.value.byref === true;
  const place = byReference ? placeOf(m, node.source, frame) : undefined;
  const subject = place ? (place.read() ?? null) : m.eval(node.source, frame);
  const entries = iterate(m, subject, frame);
  const round = (key: Value, value: Value | undefined) => {
    if (node.key) assign(m, node.key, key, frame);
    if (place && node.value.kind === 'variable') frame.aliases.set(staticName(node.value), elementPlace(m, place, key));
    else assign(m, node.value, value ?? null, frame);
    return node.body ? m.exec(node.body, frame) : undefined;
  };
  if (subject instanceof PhpArray) m.step(subject.size >> 4);
  // Of a partial array no round is certain, and there may be others.
  let perhaps = subject instanceof PhpArray && subject.partial;
  const item = entries && !perhaps ? undefined : m.unknown(node.source, frame);
  for (const [key, value] of [...(entries ?? []), ...(item ? [[item, item] as const] : [])]) {
    m.step();
    const outcome = runRound(m, frame, () => round(key, value), perhaps || value === item);
    perhaps = outcome.perhaps;
    const { completion } = outcome;
    if (!completion) continue;
    if (completion.type === 'return' || completion.levels > 1) return leaveLoop(completion);
    if (completion.type === 'break') break;
  }
  return undefined;
}

function runSwitch(m: Machine, node: Extract<Stmt, { kind: 'switch' }>, frame: Frame): Completion | undefined {
  const subject = m.eval(node.test, frame);
  const cases = node.body.children;
  const from = (index: number) => () => {
    const statements = cases.slice(index).flatMap((one) => one.body?.children ?? []);
    const { completion } = runRound(m, frame, () => runBlock(m, statements, frame), false);
    return completion && (completion.type === 'return' || completion.levels > 1) ? leaveLoop(completion) : undefined;
  };
  const possible: (() => Completion | undefined)[] = [];
  const otherwise = cases.findIndex((one) => !one.test);
  for (const [index, one] of cases.entries()) {
    const same = one.test ? looseEquals(subject, m.eval(one.test, frame)) : false;
    if (same === false) continue;
    possible.push(from(index));
    if (same) return choose(m, possible, frame, node);
  }
  possible.push(otherwise < 0 ? () => undefined : from(otherwise));
  return choose(m, possible, frame, node);
}

function choose(
  m: Machine,
  possible: readonly (() => Completion | undefined)[],
  frame: Frame,
  node: Extract<Stmt, { kind: 'switch' }>,
): Completion | undefined {
  return possible.length === 1 ? possible[0]?.() : joinRuns(m, possible, frame, m.source(node.test, frame));
}

function runTry(m: Machine, node: Extract<Stmt, { kind: 'try' }>, frame: Frame): Completion | undefined {
  let completion: Completion | undefined;
  let escaped: PhpThrow | undefined;
  try {
    completion = runCatching(m, node, frame);
  } catch (error) {
    if (!(error instanceof PhpThrow)) throw error;
    escaped = error;
  }
  const last = node.always ? m.exec(node.always, frame) : undefined;
  if (escaped && !last) throw escaped;
  return last ?? completion;
}

function runCatching(m: Machine, node: Extract<Stmt, { kind: 'try' }>, frame: Frame): Completion | undefined {
  try {
    return m.exec(node.body, frame);
  } catch (error) {
    if (!(error instanceof PhpThrow)) throw error;
    const handler = node.catches.find((one) => one.what.some((type) => catches(m, type, error.thrown, frame)));
    if (!handler) throw error;
    if (handler.variable) assign(m, handler.variable, error.thrown, frame);
    return m.exec(handler.body, frame);
  }
}

function catches(m: Machine, type: Expr, thrown: Value, frame: Frame): boolean {
  if (type.kind !== 'name') return false;
  const name = className(type.name, type.resolution, frame);
  if (/^(throwable|exception)$/i.test(name)) return true;
  return !(thrown instanceof PhpObject) || !thrown.cls || isA(m, thrown.cls, name, frame.code);
}

/** One level less of `break 2`; a return passes. */
function leaveLoop(completion: Completion | undefined): Completion | undefined {
  if (!completion || completion.type === 'return') return completion;
  return completion.levels > 1 ? { type: completion.type, levels: completion.levels - 1 } : undefined;
}
