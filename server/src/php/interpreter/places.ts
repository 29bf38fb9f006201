/** Places that can be read and written: variables, elements, properties, and assignment to them. */
import type { Entry, Expr } from '../ast.ts';
import type { Alias, Frame, Value } from '../values.ts';
import { binary } from '../operators.ts';
import { Closure, isUnknown, PhpArray, PhpObject, toKey, toText, Unknown } from '../values.ts';
import type { Machine } from './machine.ts';
import { findMethod, staticProperty } from './classes.ts';
export function placeOf(m: Machine, node: Expr, frame: Frame): Alias {
  switch (node.kind) {
    case 'variable': {
      const name = typeof node.name === 'string' ? node.name : toText(m.eval(node.name, frame));
      if (name === undefined) break;
      if (name === 'this') break;
      return frame.aliases.get(name) ?? m.cellPlace(m.variable(frame, name));
    }
    case 'offsetlookup': {
      const base = placeOf(m, node.what, frame);
      return elementPlace(m, base, node.offset ? m.eval(node.offset, frame) : undefined);
    }
    case 'propertylookup':
    case 'nullsafepropertylookup': {
      const object = m.eval(node.what, frame);
      const name = toText(m.eval(node.offset, frame));
      if (!(object instanceof PhpObject) || name === undefined) break;
      if (m.isGlobal(object)) m.changesGlobals = true;
      let cell = object.properties.get(name);
      if (!cell) object.properties.set(name, (cell = { value: undefined }));
      return m.cellPlace(cell);
    }
    case 'staticlookup': {
      const cell = staticProperty(m, node, frame);
      if (cell) return m.cellPlace(cell);
      break;
    }
    default:
      break;
  }
  const value = m.eval(node, frame);
  return { read: () => value, write: () => undefined };
}

export function elementPlace(m: Machine, base: Alias, index: Value | undefined): Alias {
  const key = index === undefined ? undefined : toKey(index);
  return {
    read: () => {
      const array = base.read();
      if (array === undefined || index === undefined) return undefined;
      return offsetMethod(m, array, 'offsetGet', [index]) ?? elementOf(array, index);
    },
    write: (value) => {
      const array = base.read() ?? null;
      if (value === undefined) offsetMethod(m, array, 'offsetUnset', [index ?? null]);
      else offsetMethod(m, array, 'offsetSet', [index ?? null, value]);
      if (isUnknown(array) || array instanceof PhpObject || array instanceof Closure) return;
      const old = array instanceof PhpArray ? array : PhpArray.empty;
      if (value === undefined) base.write(key === undefined ? old.asPartial() : m.bounded(old.without(key)));
      else if (index === undefined) base.write(m.bounded(old.push(value)));
      // Where the key is unknown, the value is there all the same.
      else base.write(m.bounded(key === undefined ? old.push(value).asPartial() : old.with(key, value)));
    },
  };
}

/** What a method of ArrayAccess answers, where the base is an object that has it. */
export function offsetMethod(m: Machine, base: Value, name: string, args: readonly Value[]): Value | undefined {
  const cls = base instanceof PhpObject ? base.cls : undefined;
  const method = cls && findMethod(m, cls, name);
  if (!method || !(base instanceof PhpObject)) return undefined;
  return m.callMethod(
    method,
    cls,
    base,
    args.map((value) => ({ value })),
  );
}

export function elementOf(base: Value, index: Value): Value | undefined {
  if (isUnknown(base)) return base;
  const key = toKey(index);
  if (base instanceof PhpArray) {
    if (key === undefined) return isUnknown(index) ? index : undefined;
    return base.get(key) ?? (base.partial ? new Unknown('') : undefined);
  }
  if (typeof base === 'string' && typeof key === 'number') return base.at(key);
  return base instanceof PhpObject ? new Unknown('') : undefined;
}

export function assign(m: Machine, target: Expr, value: Value, frame: Frame) {
  if (target.kind === 'list' || target.kind === 'array') destructure(m, target.items, value, frame);
  else placeOf(m, target, frame).write(value);
}

function destructure(m: Machine, items: readonly (Entry | { kind: 'noop' } | null)[], value: Value, frame: Frame) {
  for (const [index, item] of items.entries()) {
    if (item?.kind !== 'entry') continue;
    const key = item.key ? m.eval(item.key, frame) : index;
    const element = value === null ? null : (elementOf(value, key) ?? null);
    assign(m, item.value, element, frame);
  }
}

export function assignment(m: Machine, node: Extract<Expr, { kind: 'assign' }>, frame: Frame): Value {
  if (node.operator === '=') {
    const value = m.eval(node.right, frame);
    assign(m, node.left, value, frame);
    return value;
  }
  const place = placeOf(m, node.left, frame);
  const before = place.read();
  let value: Value;
  if (node.operator === '??=') {
    if (before !== undefined && before !== null) return before;
    value = m.eval(node.right, frame);
  } else {
    const result = binary(node.operator.slice(0, -1), before ?? null, m.eval(node.right, frame));
    if (typeof result === 'string' || result instanceof PhpArray) m.bounded(result);
    value = result ?? m.unknown(node, frame);
  }
  place.write(value);
  return value;
}

export function assignReference(m: Machine, left: Expr, right: Expr, frame: Frame): Value {
  if (right.kind === 'new' || right.kind === 'call') {
    const value = m.eval(right, frame);
    assign(m, left, value, frame);
    return value;
  }
  const place = placeOf(m, right, frame);
  if (left.kind === 'variable' && typeof left.name === 'string') frame.aliases.set(left.name, place);
  else assign(m, left, place.read() ?? null, frame);
  return place.read() ?? null;
}

export function lookupVariable(name: string, frame: Frame): Value | undefined {
  if (name === 'this') return frame.object;
  const alias = frame.aliases.get(name);
  if (alias) return alias.read();
  return frame.variables.get(name)?.value;
}
