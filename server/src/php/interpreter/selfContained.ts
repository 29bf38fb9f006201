/**
 * Calls that answer the same in every request: of static methods by the name of their class, without arguments, that
 * read code and nothing which a request may have changed. Each is made once, in a request of its own; exporters ask
 * each other for their structures hundreds of times.
 */
import type { PhpClass } from '../phpClass.ts';
import type { SelfContained } from '../program.ts';
import type { Value } from '../values.ts';
import { Closure, PhpArray, PhpObject } from '../values.ts';
import { Abort, limits, PhpThrow } from './machine.ts';
import type { FoundMember, Machine } from './machine.ts';

/** What the call answers, or undefined where it has to be made in this request. Costs what making it costs. */
export function callSelfContained(m: Machine, found: FoundMember, cls: PhpClass): Value | undefined {
  if (m.journal || m.changesGlobals || !found.member.isStatic) return undefined;
  const method = found.member.name.toLowerCase();
  const known = m.program.selfContained(cls, method, (program) => callApart(m.apart(program), found, cls));
  if (!known || m.depth + known.depth > limits.depth) return undefined;
  for (const key of known.statics.keys()) if (m.statics.has(key)) return undefined;
  m.step(known.steps);
  m.allocate(known.bytes);
  const copies = new Copies();
  for (const [key, value] of known.statics) m.touch(key, { value: value === undefined ? undefined : copies.of(value) });
  return copies.of(known.value);
}

/** Makes the call in a request that is new; undefined where the answer may be another one in another request. */
function callApart(m: Machine, found: FoundMember, cls: PhpClass): SelfContained | undefined {
  const outer = m.depth;
  try {
    const value = m.callMethod(found, cls, undefined, []);
    const statics = new Map([...m.touched].map((key) => [key, m.statics.get(key)?.value]));
    if (m.changesGlobals || m.included.size > 0) return undefined;
    const seen = new Set<Value>();
    if (![value, ...statics.values()].every((one) => one === undefined || isCopyable(m, one, seen))) return undefined;
    const { steps, bytes, depth } = m.spent();
    return { value, statics, steps, bytes, depth: depth - outer };
  } catch (error) {
    if (error instanceof Abort || error instanceof PhpThrow || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Whether a copy is as good: not of what is the same everywhere (cases of enums, globals), or belongs to its frame. */
function isCopyable(m: Machine, value: Value, seen: Set<Value>): boolean {
  if (value instanceof Closure) return false;
  if (value instanceof PhpArray) return value.values().every((one) => isCopyable(m, one, seen));
  if (!(value instanceof PhpObject) || seen.has(value)) return true;
  seen.add(value);
  if (value.cls?.declaration.kind === 'enum' || m.isGlobal(value)) return false;
  for (const { value: one } of value.properties.values())
    if (one !== undefined && !isCopyable(m, one, seen)) return false;
  return true;
}

/** Copies of values that belong together: an object that occurs twice is one object in the copies, too. */
class Copies {
  private readonly objects = new Map<PhpObject, PhpObject>();

  of(value: Value): Value {
    if (value instanceof PhpArray) return value.mapped((one) => this.of(one));
    if (!(value instanceof PhpObject)) return value;
    let copy = this.objects.get(value);
    if (!copy) {
      this.objects.set(value, (copy = new PhpObject(value.cls)));
      for (const [name, cell] of value.properties)
        copy.properties.set(name, { value: cell.value === undefined ? undefined : this.of(cell.value) });
    }
    return copy;
  }
}
