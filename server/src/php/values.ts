/** PHP values inside the interpreter. Integers and floats share `number`: schemas cannot tell 1 from 1.0 either. */
import type { FunctionLike } from './ast.ts';
import type { CodeContext } from './context.ts';
import type { PhpClass } from './phpClass.ts';

export type Value = null | boolean | number | string | PhpArray | PhpObject | Closure | Unknown;
export type Key = number | string;

/** What cannot be known without a running site; carries the PHP source it stands for. */
export class Unknown {
  constructor(readonly source: string) {}
}

/**
 * PHP's ordered array. Immutable once shared: every writing method answers a new array, which gives PHP's value
 * semantics without copying on assignment. A longer array shares the entries of the one that it was made of by adding
 * one, as code that builds an array never looks at the shorter one again; where it does, that one copies its part.
 */
export class PhpArray {
  /** True when a branch on an unknown decided about some keys: they may be absent on a site. */
  readonly partial: boolean;
  /** How many values it holds, those of inner arrays included as often as they occur. */
  readonly weight: number;
  readonly size: number;

  private constructor(
    /** Begins with the entries of this array; see {@link map}. */
    private shared: Map<Key, Value>,
    private readonly nextIndex: number,
    partial = false,
    weight?: number,
  ) {
    this.partial = partial;
    this.size = shared.size;
    this.weight = weight ?? totalWeight(shared.values());
  }

  /** The entries of this array alone. */
  private get map(): Map<Key, Value> {
    if (this.shared.size > this.size) {
      const own = new Map<Key, Value>();
      for (const [key, value] of this.shared) {
        if (own.size === this.size) break;
        own.set(key, value);
      }
      this.shared = own;
    }
    return this.shared;
  }

  static readonly empty = new PhpArray(new Map(), 0);

  static list(values: Iterable<Value>): PhpArray {
    const map = new Map<Key, Value>();
    for (const value of values) map.set(map.size, value);
    return new PhpArray(map, map.size);
  }

  static of(entries: Iterable<readonly [Key, Value]>): PhpArray {
    const builder = new ArrayBuilder();
    for (const [key, value] of entries) builder.set(key, value);
    return builder.build();
  }

  /** For {@link ArrayBuilder} alone: takes the map over. */
  static adopt(map: Map<Key, Value>, nextIndex: number, partial: boolean, weight: number): PhpArray {
    return new PhpArray(map, nextIndex, partial, weight);
  }

  has(key: Key): boolean {
    return this.map.has(key);
  }
  get(key: Key): Value | undefined {
    return this.map.get(key);
  }
  keys(): Key[] {
    return [...this.map.keys()];
  }
  values(): Value[] {
    return [...this.map.values()];
  }
  entries(): [Key, Value][] {
    return [...this.map.entries()];
  }
  get isList(): boolean {
    let i = 0;
    for (const key of this.map.keys()) if (key !== i++) return false;
    return true;
  }
  with(key: Key, value: Value): PhpArray {
    const before = this.map.get(key);
    const map = before === undefined ? this.map : new Map(this.map);
    map.set(key, value);
    return new PhpArray(
      map,
      typeof key === 'number' ? Math.max(this.nextIndex, key + 1) : this.nextIndex,
      this.partial,
      this.weight + weightOf(value) - weightOf(before),
    );
  }
  push(value: Value): PhpArray {
    return this.with(this.nextIndex, value);
  }
  without(key: Key): PhpArray {
    if (!this.map.has(key)) return this;
    const map = new Map(this.map);
    map.delete(key);
    return new PhpArray(map, this.nextIndex, this.partial, this.weight - weightOf(this.map.get(key)));
  }
  /** The same keys with other values; the same array where no value is another one. */
  mapped(change: (value: Value) => Value): PhpArray {
    let map: Map<Key, Value> | undefined;
    for (const [key, value] of this.map) {
      const changed = change(value);
      if (changed !== value) (map ??= new Map(this.map)).set(key, changed);
    }
    return map ? new PhpArray(map, this.nextIndex, this.partial, this.weight) : this;
  }
  asPartial(): PhpArray {
    return this.partial ? this : new PhpArray(this.map, this.nextIndex, true, this.weight);
  }
}

const weightOf = (value: Value | undefined): number =>
  value === undefined ? 0 : value instanceof PhpArray ? value.weight + 1 : 1;

function totalWeight(values: Iterable<Value>): number {
  let weight = 0;
  for (const value of values) weight += weightOf(value);
  return weight;
}

/** Collects entries in place, then hands them over as one {@link PhpArray}. */
export class ArrayBuilder {
  private readonly map = new Map<Key, Value>();
  private nextIndex = 0;
  private partial = false;
  private weight = 0;

  set(key: Key, value: Value) {
    this.weight += weightOf(value) - weightOf(this.map.get(key));
    this.map.set(key, value);
    if (typeof key === 'number' && key >= this.nextIndex) this.nextIndex = key + 1;
  }
  push(value: Value) {
    this.set(this.nextIndex, value);
  }
  /** What `...$array` does: integer keys are renumbered. */
  spread(array: PhpArray) {
    this.partial ||= array.partial;
    for (const [key, value] of array.entries()) {
      if (typeof key === 'number') this.push(value);
      else this.set(key, value);
    }
  }
  /** What was set may not be there, or not alone. */
  doubt() {
    this.partial = true;
  }
  build(): PhpArray {
    return PhpArray.adopt(this.map, this.nextIndex, this.partial, this.weight);
  }
}

/** A mutable place: a variable, a property, a static. */
export interface Cell {
  value: Value | undefined;
}

export class PhpObject {
  readonly properties = new Map<string, Cell>();
  constructor(readonly cls: PhpClass | undefined) {}

  get(name: string): Value | undefined {
    return this.properties.get(name)?.value;
  }
  /** For construction; later writes go through the interpreter, which journals them. */
  init(name: string, value: Value) {
    this.properties.set(name, { value });
  }
}

export class Closure {
  constructor(
    readonly node: FunctionLike,
    readonly frame: Frame,
    /** Values captured where it was made: those that `use` names, or for arrow functions all. */
    readonly captured: ReadonlyMap<string, Value>,
    /** What `use (&$x)` names. */
    readonly references: ReadonlyMap<string, Alias>,
    readonly source: string,
  ) {}
}

export const isUnknown = (value: Value | undefined): value is Unknown => value instanceof Unknown;

export function toBoolean(value: Value): boolean | undefined {
  if (value instanceof Unknown) return undefined;
  if (value instanceof PhpArray) return value.size > 0 ? true : value.partial ? undefined : false;
  if (value instanceof PhpObject || value instanceof Closure) return true;
  return !(value === null || value === false || value === 0 || value === '' || value === '0');
}

/** PHP's string conversion; undefined where it would fail or is unknown. */
export function toText(value: Value): string | undefined {
  if (value === null || value === false) return '';
  if (value === true) return '1';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (value instanceof PhpArray) return 'Array';
  return undefined;
}

/** With 14 significant digits, as `precision` is on every site. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : value < 0 ? '-INF' : 'NAN';
  if (Number.isInteger(value)) return String(value === 0 ? 0 : value);
  if (Math.abs(value) >= 1e-4) return String(Number(value.toPrecision(14)));
  const [mantissa = '', exponent = ''] = Number(value.toPrecision(14)).toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

export function toNumber(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value === null || value === false) return 0;
  if (value === true) return 1;
  if (typeof value === 'string')
    return Number.parseFloat(/^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?/.exec(value)?.[0] ?? '0');
  if (value instanceof PhpArray) return value.size > 0 ? 1 : 0;
  return undefined;
}

export const isNumeric = (text: string): boolean => /^\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(text);

/** PHP's array key rules: decimal integer texts, booleans and floats become integers, null the empty text. */
export function toKey(value: Value): Key | undefined {
  if (typeof value === 'string') return normalKey(value);
  if (typeof value === 'number') return Math.trunc(value);
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 1 : 0;
  return undefined;
}

function normalKey(text: string): Key {
  if (!/^(0|-?[1-9]\d{0,15})$/.test(text)) return text;
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** `==`; undefined when unknown. */
export function looseEquals(a: Value, b: Value): boolean | undefined {
  if (isUnknown(a) || isUnknown(b)) return undefined;
  if (a === null && typeof b === 'string') return b === '';
  if (b === null && typeof a === 'string') return a === '';
  if (a === null || b === null || typeof a === 'boolean' || typeof b === 'boolean') {
    const [x, y] = [toBoolean(a), toBoolean(b)];
    return x === undefined || y === undefined ? undefined : x === y;
  }
  if (typeof a === 'string' && typeof b === 'string')
    return isNumeric(a) && isNumeric(b) ? Number(a) === Number(b) : a === b;
  if (typeof a === 'number' && typeof b === 'string') return isNumeric(b) ? a === Number(b) : String(a) === b;
  if (typeof b === 'number' && typeof a === 'string') return looseEquals(b, a);
  if (a instanceof PhpArray && b instanceof PhpArray) return arraysEqual(a, b, looseEquals);
  if (a === b) return true;
  if (a instanceof PhpArray || b instanceof PhpArray) return false;
  // Objects of one class are equal when their properties are, but cases of an enum only to themselves.
  if (a instanceof PhpObject && b instanceof PhpObject)
    return a.cls !== b.cls || a.cls?.declaration.kind === 'enum' ? false : undefined;
  return a instanceof PhpObject || b instanceof PhpObject ? undefined : false;
}

/** `===`; undefined when unknown. */
export function strictEquals(a: Value, b: Value): boolean | undefined {
  if (isUnknown(a) || isUnknown(b)) return undefined;
  if (a instanceof PhpArray && b instanceof PhpArray) {
    const keys = b.keys();
    return a.keys().every((key, i) => key === keys[i]) ? arraysEqual(a, b, strictEquals) : false;
  }
  return a === b;
}

function arraysEqual(a: PhpArray, b: PhpArray, equals: typeof looseEquals): boolean | undefined {
  if (a.partial || b.partial) return undefined;
  if (a.size !== b.size) return false;
  let result: boolean | undefined = true;
  for (const [key, value] of a.entries()) {
    const other = b.get(key);
    if (other === undefined) return false;
    const same = equals(value, other);
    if (same === false) return false;
    if (same === undefined) result = undefined;
  }
  return result;
}

/** `<=>` of numbers, texts and booleans; undefined when unknown or not comparable. */
export function compare(a: Value, b: Value): number | undefined {
  if (isUnknown(a) || isUnknown(b) || typeof a === 'object' || typeof b === 'object') return compareWithNull(a, b);
  if (typeof a === 'boolean' || typeof b === 'boolean') return Number(toBoolean(a)) - Number(toBoolean(b));
  const numeric = (value: number | string) => typeof value === 'number' || isNumeric(value);
  if (numeric(a) && numeric(b)) return Math.sign(Number(a) - Number(b));
  // A number beside a text that is none is compared as a text.
  const [x, y] = [toText(a) ?? '', toText(b) ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}

function compareWithNull(a: Value, b: Value): number | undefined {
  if (a === null && typeof b === 'string') return b === '' ? 0 : -1;
  if (b === null && typeof a === 'string') return a === '' ? 0 : 1;
  const [x, y] = a === null || b === null ? [toBoolean(a), toBoolean(b)] : [];
  return x === undefined || y === undefined ? undefined : Number(x) - Number(y);
}

/** A variable that stands for another place: `global`, `static`, `&`. */
export interface Alias {
  read(): Value | undefined;
  write(value: Value | undefined): void;
}

/** One activation of a function, method, closure or file. */
export interface Frame {
  readonly code: CodeContext;
  readonly variables: Map<string, Cell>;
  readonly aliases: Map<string, Alias>;
  /** `self`: the class that declares the running code; `static`: the one it was called on. */
  readonly self: PhpClass | undefined;
  readonly late: PhpClass | undefined;
  readonly object: PhpObject | undefined;
  /** For `__FUNCTION__`, and as the key of static variables. */
  readonly name: string;
  readonly arguments: readonly Value[];
  /** Values returned on one side of a branch that could not be decided. */
  readonly possibleReturns: Value[];
  /** Whether an undecided branch may have left the round or the loop that runs. */
  skipped: 'no' | 'round' | 'loop';
  /** What a generator has yielded: it runs to its end at once, and is then this array. */
  yielded: ArrayBuilder | undefined;
}
