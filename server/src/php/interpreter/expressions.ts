/** Expressions that compute a value. */
import { staticName } from '../ast.ts';
import type { Entry, Expr, FunctionLike, Stmt, Variable } from '../ast.ts';
import { cast } from '../cast.ts';
import type { Alias, Frame, Unknown, Value } from '../values.ts';
import { join } from '../join.ts';
import { resolveFallbackName } from '../names.ts';
import { binary, numberLiteral } from '../operators.ts';
import {
  ArrayBuilder,
  Closure,
  isUnknown,
  PhpArray,
  PhpObject,
  strictEquals,
  toBoolean,
  toKey,
  toNumber,
  toText,
} from '../values.ts';
import { Abort, bytes, PhpThrow } from './machine.ts';
import type { Machine } from './machine.ts';
import { evaluateCall, newObject } from './calls.ts';
import { alternatives } from './branches.ts';
import { classNameOf, constantByNames, findMethod, isA, staticLookup } from './classes.ts';
import { iterate } from './iteration.ts';
import { assignReference, assignment, elementOf, lookupVariable, offsetMethod, placeOf } from './places.ts';
export function evaluateExpression(m: Machine, node: Expr, frame: Frame): Value {
  m.step();
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
      return readVariable(m, node, frame);
    case 'array':
      return arrayLiteral(m, node.items, frame);
    case 'new':
      return newObject(m, node, frame);
    case 'call':
      return evaluateCall(m, node, frame);
    case 'name':
      return readConstant(m, node.name, node.resolution, node, frame);
    case 'staticlookup':
      return staticLookup(m, node, frame);
    case 'bin':
      return binaryExpression(m, node, frame);
    case 'assign':
      return assignment(m, node, frame);
    case 'assignref':
      return assignReference(m, node.left, node.right, frame);
    case 'propertylookup':
    case 'nullsafepropertylookup':
      return readProperty(m, node, frame);
    case 'offsetlookup':
      return readOffset(m, node, frame);
    case 'encapsed': {
      let text: string | undefined = '';
      for (const part of node.value) {
        const more = textOf(m, m.eval(part, frame));
        text = text === undefined || more === undefined ? undefined : m.bounded(text + more);
      }
      return text ?? m.unknown(node, frame);
    }
    case 'encapsedpart':
      return m.eval(node.expression, frame);
    case 'literal':
      return m.eval(node.value, frame);
    case 'identifier':
      return node.name;
    case 'unary':
      return unaryExpression(node.type, m.eval(node.what, frame)) ?? m.unknown(node, frame);
    case 'pre':
    case 'post': {
      const place = placeOf(m, node.what, frame);
      const before = place.read() ?? null;
      const number = isUnknown(before) ? undefined : toNumber(before);
      const after = number === undefined ? m.unknown(node, frame) : number + (node.type === '+' ? 1 : -1);
      place.write(after);
      return node.kind === 'pre' ? after : before;
    }
    case 'cast':
      return castExpression(m, node, frame);
    case 'retif':
      return ternary(m, node, frame);
    case 'isset':
      return evaluateIsset(m, node, frame);
    case 'empty': {
      const value = evaluateQuietly(m, node.expression, frame);
      const truth = value === undefined ? false : toBoolean(value);
      return truth === undefined ? m.unknown(node, frame) : !truth;
    }
    case 'silent':
      return m.eval(node.expr, frame);
    case 'closure':
    case 'arrowfunc':
      return makeClosure(m, node, frame);
    case 'match':
      return evaluateMatch(m, node, frame);
    case 'clone':
      return cloneValue(m, m.eval(node.what, frame));
    case 'magic':
      return magicConstant(node.value, frame) ?? m.unknown(node, frame);
    case 'include':
      return includeFile(m, node, frame);
    case 'throw':
      throw new PhpThrow(m.eval(node.what, frame));
    case 'exit':
      throw new Abort('The code ends the request.');
    case 'selfreference':
      return frame.self?.name ?? m.unknown(node, frame);
    case 'staticreference':
      return frame.late?.name ?? m.unknown(node, frame);
    case 'yield':
    case 'yieldfrom':
      return yieldValue(m, node, frame);
    default:
      return m.unknown(node, frame);
  }
}

/** Keys that come twice, which an array cannot hold, are the last one's. */
function yieldValue(m: Machine, node: Extract<Expr, { kind: 'yield' | 'yieldfrom' }>, frame: Frame): Value {
  const all = (frame.yielded ??= new ArrayBuilder());
  const value = node.value ? m.eval(node.value, frame) : null;
  const key = node.kind === 'yield' && node.key ? toKey(m.eval(node.key, frame)) : undefined;
  if (m.journal) all.doubt();
  if (node.kind === 'yieldfrom') {
    const entries = iterate(m, value, frame);
    if (!entries || (value instanceof PhpArray && value.partial)) all.doubt();
    for (const [one, inner] of entries ?? []) {
      const innerKey = toKey(one);
      if (innerKey === undefined) all.doubt();
      else all.set(innerKey, inner);
    }
  } else if (!node.key) all.push(value);
  else if (key === undefined) all.doubt();
  else all.set(key, value);
  // What send() passes in.
  return null;
}

/** Like {@link eval}, but an absent variable, element or property is undefined: what isset, empty and ?? look at. */
function evaluateQuietly(m: Machine, node: Expr, frame: Frame): Value | undefined {
  switch (node.kind) {
    case 'variable':
      return typeof node.name === 'string' ? lookupVariable(node.name, frame) : m.eval(node, frame);
    case 'offsetlookup': {
      const base = evaluateQuietly(m, node.what, frame);
      if (!node.offset || base === undefined || base === null) return undefined;
      const index = m.eval(node.offset, frame);
      const exists = offsetMethod(m, base, 'offsetExists', [index]);
      return exists !== undefined && toBoolean(exists) === false
        ? undefined
        : (offsetMethod(m, base, 'offsetGet', [index]) ?? elementOf(base, index));
    }
    case 'propertylookup':
    case 'nullsafepropertylookup': {
      const base = evaluateQuietly(m, node.what, frame);
      if (isUnknown(base)) return base;
      const name = toText(m.eval(node.offset, frame));
      if (!(base instanceof PhpObject) || name === undefined) return undefined;
      const value = base.get(name);
      // $CFG holds what a site configures: what we do not know of it may be set.
      return value === undefined && base === m.globals.get('CFG')?.value ? m.unknown(node, frame) : value;
    }
    default:
      return m.eval(node, frame);
  }
}

function readVariable(m: Machine, node: Variable, frame: Frame): Value {
  const name = typeof node.name === 'string' ? node.name : toText(m.eval(node.name, frame));
  if (name === undefined) return m.unknown(node, frame);
  const value = lookupVariable(name, frame);
  if (value !== undefined) return value;
  // At file level CFG, DB and the like are globals that exist; elsewhere an unset variable is null.
  if (frame.name === '' && !frame.variables.has(name)) return m.known(m.globals.get(name)?.value, node, frame);
  return null;
}

function arrayLiteral(
  m: Machine,
  items: readonly (Entry | Expr | { kind: 'noop' } | null)[],
  frame: Frame,
): PhpArray | Unknown {
  const builder = new ArrayBuilder();
  let unsure = false;
  for (const item of items) {
    if (!item || item.kind === 'noop') continue;
    if (item.kind !== 'entry') {
      builder.push(m.eval(item, frame));
      continue;
    }
    if (item.unpack) {
      const value = m.eval(item.value, frame);
      if (value instanceof PhpArray) {
        m.bounded(value);
        builder.spread(value);
      } else unsure = true;
    } else if (item.key) {
      const key = toKey(m.eval(item.key, frame));
      const value = m.eval(item.value, frame);
      if (key === undefined) unsure = true;
      else builder.set(key, value);
    } else builder.push(m.eval(item.value, frame));
  }
  const array = m.bounded(builder.build());
  return unsure ? array.asPartial() : array;
}

function binaryExpression(m: Machine, node: Extract<Expr, { kind: 'bin' }>, frame: Frame): Value {
  switch (node.type) {
    case '&&':
    case 'and':
      return logical(m, node, frame, false);
    case '||':
    case 'or':
      return logical(m, node, frame, true);
    case '??': {
      const left = evaluateQuietly(m, node.left, frame);
      if (isUnknown(left)) return left;
      return left ?? m.eval(node.right, frame);
    }
    case 'instanceof':
      return instanceOf(m, node, frame);
    case '+':
    case '-': {
      const grouped = regrouped(node);
      return grouped === node ? operation(m, node, frame) : binaryExpression(m, grouped, frame);
    }
    default:
      return operation(m, node, frame);
  }
}

/** Since PHP 8, `+` and `-` bind tighter than `.`, which php-parser does not know: `'a' . 1 + 2` is `'a3'`. */
function regrouped(node: Extract<Expr, { kind: 'bin' }>): Extract<Expr, { kind: 'bin' }> {
  const { left } = node;
  if (left.kind !== 'bin' || left.parenthesizedExpression === true) return node;
  const inner = left.type === '+' || left.type === '-' ? regrouped(left) : left;
  if (inner.type !== '.') return node;
  return { ...inner, right: { ...node, left: inner.right }, loc: node.loc ?? null };
}

function castExpression(m: Machine, node: Extract<Expr, { kind: 'cast' }>, frame: Frame): Value {
  const value = m.eval(node.expr, frame);
  const isText = node.type === 'string' && value instanceof PhpObject;
  return m.known(isText ? textOf(m, value) : castValue(m, cast(node.type, value)), node, frame);
}

function operation(m: Machine, node: Extract<Expr, { kind: 'bin' }>, frame: Frame): Value {
  const operand = (one: Expr): Value => {
    const value = m.eval(one, frame);
    return node.type === '.' && value instanceof PhpObject ? (textOf(m, value) ?? value) : value;
  };
  const a = operand(node.left);
  const b = operand(node.right);
  if (a instanceof PhpArray && b instanceof PhpArray) m.step(Math.min(a.weight, b.weight) >> 4);
  const result = binary(node.type, a, b);
  if (typeof result === 'string' || result instanceof PhpArray) m.bounded(result);
  return result ?? m.unknown(node, frame);
}

function logical(m: Machine, node: Extract<Expr, { kind: 'bin' }>, frame: Frame, decides: boolean): Value {
  const left = toBoolean(m.eval(node.left, frame));
  if (left === decides) return decides;
  const evaluate = () => toBoolean(m.eval(node.right, frame));
  // The right side may not be evaluated at all: what it does to variables is only possible then.
  const right = left === undefined ? alternatives(m, [evaluate, () => !decides], frame, '')[0] : evaluate();
  if (right === decides) return decides;
  return left === undefined || right === undefined ? m.unknown(node, frame) : right;
}

function instanceOf(m: Machine, node: Extract<Expr, { kind: 'bin' }>, frame: Frame): Value {
  const object = m.eval(node.left, frame);
  if (isUnknown(object)) return m.unknown(node, frame);
  const name = classNameOf(m, node.right, frame);
  if (name === undefined) return m.unknown(node, frame);
  if (object instanceof Closure) return /^closure$/i.test(name);
  if (!(object instanceof PhpObject)) return false;
  return object.cls ? isA(m, object.cls, name, frame.code) : /^stdclass$/i.test(name);
}

function unaryExpression(type: string, value: Value): Value | undefined {
  if (isUnknown(value)) return undefined;
  if (type === '!') {
    const truth = toBoolean(value);
    return truth === undefined ? undefined : !truth;
  }
  const number = toNumber(value);
  if (number === undefined) return undefined;
  return type === '-' ? (number === 0 ? 0 : -number) : type === '~' ? -Math.trunc(number) - 1 : number;
}

function ternary(m: Machine, node: Extract<Expr, { kind: 'retif' }>, frame: Frame): Value {
  const test = m.eval(node.test, frame);
  const known = toBoolean(test);
  if (known === true) return node.trueExpr ? m.eval(node.trueExpr, frame) : test;
  if (known === false) return m.eval(node.falseExpr, frame);
  const yes = () => (node.trueExpr ? m.eval(node.trueExpr, frame) : test);
  const source = m.source(node, frame);
  return join(alternatives(m, [yes, () => m.eval(node.falseExpr, frame)], frame, source), source) ?? null;
}

function evaluateIsset(m: Machine, node: Extract<Expr, { kind: 'isset' }>, frame: Frame): Value {
  for (const variable of node.variables) {
    const value = evaluateQuietly(m, variable, frame);
    if (isUnknown(value)) return m.unknown(node, frame);
    if (value === undefined || value === null) return false;
  }
  return true;
}

function evaluateMatch(m: Machine, node: Extract<Expr, { kind: 'match' }>, frame: Frame): Value {
  const subject = m.eval(node.cond, frame);
  const possible: (() => Value)[] = [];
  // The default is the last resort wherever it stands.
  for (const arm of [...node.arms].sort((a, b) => Number(a.conds === null) - Number(b.conds === null))) {
    const same = arm.conds === null ? [true] : arm.conds.map((one) => strictEquals(subject, m.eval(one, frame)));
    if (!same.includes(undefined) && !same.includes(true)) continue;
    possible.push(() => m.eval(arm.body, frame));
    if (same.includes(true)) break;
  }
  const [only] = possible;
  if (!only) throw new PhpThrow(m.unknown(node, frame));
  if (possible.length === 1) return only();
  const source = m.source(node, frame);
  return join(alternatives(m, possible, frame, source), source) ?? null;
}

function castValue(m: Machine, value: Value | undefined): Value | undefined {
  if (value instanceof PhpObject) m.allocate(bytes.object + 2 * value.properties.size * bytes.entry);
  return value instanceof PhpArray ? m.bounded(value) : value;
}

function cloneValue(m: Machine, value: Value): Value {
  if (!(value instanceof PhpObject)) return value;
  m.allocate(bytes.object + 2 * value.properties.size * bytes.entry);
  const { cls } = value;
  const copy = new PhpObject(cls);
  for (const [name, cell] of value.properties) if (cell.value !== undefined) copy.init(name, cell.value);
  const hook = cls && findMethod(m, cls, '__clone');
  if (hook) m.callMethod(hook, cls, copy, []);
  return copy;
}

function magicConstant(name: string, frame: Frame): Value | undefined {
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

function includeFile(m: Machine, node: Extract<Expr, { kind: 'include' }>, frame: Frame): Value {
  const path = m.eval(node.target, frame);
  if (typeof path !== 'string') return m.unknown(node, frame);
  if (node.once && m.included.has(path)) return true;
  const statements = m.program.statements(path);
  if (!statements) return node.require ? m.unknown(node, frame) : false;
  m.included.add(path);
  for (const code of statements) {
    const completion = m.exec(code.node as Stmt, { ...frame, code: code.context });
    if (completion?.type === 'return') return completion.value;
  }
  return 1;
}

function readOffset(m: Machine, node: Extract<Expr, { kind: 'offsetlookup' }>, frame: Frame): Value {
  const base = m.eval(node.what, frame);
  if (!node.offset) return null;
  const index = m.eval(node.offset, frame);
  const value = offsetMethod(m, base, 'offsetGet', [index]) ?? elementOf(base, index);
  return isUnknown(value) ? m.unknown(node, frame) : (value ?? null);
}

function readProperty(
  m: Machine,
  node: Extract<Expr, { kind: 'propertylookup' | 'nullsafepropertylookup' }>,
  frame: Frame,
): Value {
  const object = m.eval(node.what, frame);
  const name = toText(m.eval(node.offset, frame));
  if (object === null || name === undefined || !(object instanceof PhpObject))
    return object === null ? null : m.unknown(node, frame);
  const value = object.get(name);
  if (value !== undefined) return value;
  const { cls } = object;
  if (!cls) return m.unknown(node, frame);
  const magic = findMethod(m, cls, '__get');
  return magic ? m.callMethod(magic, cls, object, [{ value: name }]) : null;
}

function makeClosure(m: Machine, node: FunctionLike, frame: Frame): Closure {
  const captured = new Map<string, Value>();
  const references = new Map<string, Alias>();
  if (node.kind === 'arrowfunc') {
    for (const name of [...frame.variables.keys(), ...frame.aliases.keys()]) {
      const value = lookupVariable(name, frame);
      if (value !== undefined) captured.set(name, value);
    }
    m.step(captured.size >> 2);
    m.allocate(captured.size * bytes.entry);
  }
  for (const use of node.uses ?? []) {
    const name = staticName(use);
    if (use.byref === true) references.set(name, frame.aliases.get(name) ?? m.cellPlace(m.variable(frame, name)));
    else captured.set(name, lookupVariable(name, frame) ?? null);
  }
  m.allocate(bytes.object);
  return new Closure(node, frame, captured, references, m.source(node, frame));
}

function readConstant(m: Machine, name: string, resolution: string, node: Expr, frame: Frame): Value {
  const { scope } = frame.code;
  const written = resolution === 'fqn' && !name.startsWith('\\') ? `\\${name}` : name;
  let known = m.constants.get(scope);
  if (!known) m.constants.set(scope, (known = new Map<string, Value>()));
  let value = known.get(written);
  if (value === undefined) {
    value = constantByNames(m, resolveFallbackName(scope, written, 'constants'), frame.code);
    if (value !== undefined) known.set(written, value);
  }
  return m.known(value, node, frame);
}

/** PHP's text of any value, also of objects that have `__toString()`. */
function textOf(m: Machine, value: Value): string | undefined {
  if (isUnknown(value)) return undefined;
  if (!(value instanceof PhpObject)) return toText(value);
  const convert = value.cls && findMethod(m, value.cls, '__toString');
  const text = convert && m.callMethod(convert, value.cls, value, []);
  return typeof text === 'string' ? text : undefined;
}
