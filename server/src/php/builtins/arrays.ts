import {
  ArrayBuilder,
  compare,
  isUnknown,
  looseEquals,
  PhpArray,
  PhpObject,
  strictEquals,
  toBoolean,
  toKey,
  toNumber,
  toText,
} from '../values.ts';
import type { Key, Value } from '../values.ts';
import type { Builtin, BuiltinContext } from './types.ts';

const maxRange = 10_000;

/** All arguments as arrays, or undefined when one is something else. */
function arrays(args: readonly Value[]): PhpArray[] | undefined {
  const result = args.filter((arg) => arg instanceof PhpArray);
  return result.length === args.length ? result : undefined;
}

/** A builtin over one array: undefined unless the first argument is an array without unknown keys. */
const onArray =
  (run: (array: PhpArray, args: readonly Value[], context: BuiltinContext) => Value | undefined): Builtin =>
  (args, context) =>
    args[0] instanceof PhpArray ? run(args[0], args, context) : undefined;

/** Renumbers integer keys, keeps texts, as the stack functions do. */
function renumbered(entries: Iterable<readonly [Key, Value]>): PhpArray {
  const builder = new ArrayBuilder();
  for (const [key, value] of entries) {
    if (typeof key === 'number') builder.push(value);
    else builder.set(key, value);
  }
  return builder.build();
}

const kept = (array: PhpArray, result: PhpArray) => (array.partial ? result.asPartial() : result);

/** `array_diff*` and `array_intersect*`: keeps entries of the first array that some / none of the others has. */
const select =
  (by: 'key' | 'value' | 'both', wanted: boolean): Builtin =>
  (args) => {
    const all = arrays(args);
    const [first, ...others] = all ?? [];
    if (!first || first.partial || others.some((one) => one.partial)) return undefined;
    const texts = others.map((one) => new Set(one.values().map(toText)));
    const inOne = (i: number, key: Key, value: Value) => {
      const other = others[i];
      if (by === 'key') return other?.has(key) === true;
      if (by === 'value') return texts[i]?.has(toText(value)) === true;
      return other?.has(key) === true && toText(other.get(key) ?? null) === toText(value);
    };
    return PhpArray.of(
      first.entries().filter(([key, value]) => {
        const hits = others.filter((_, i) => inOne(i, key, value)).length;
        return wanted ? hits === others.length : hits === 0;
      }),
    );
  };

const sorted =
  (order: (a: [Key, Value], b: [Key, Value]) => number | undefined, keepKeys: boolean): Builtin =>
  (args, { machine, args: passed }) => {
    const [array] = args;
    if (!(array instanceof PhpArray)) return undefined;
    const orders: (number | undefined)[] = [];
    const entries = array.entries().sort((a, b) => {
      const result = order(a, b);
      orders.push(result);
      return result ?? 0;
    });
    if (orders.includes(undefined)) return undefined;
    machine.writeArgument(
      passed[0],
      kept(array, keepKeys ? PhpArray.of(entries) : PhpArray.list(entries.map(([, value]) => value))),
    );
    return true;
  };

const userSorted =
  (of: 0 | 1, keepKeys: boolean): Builtin =>
  (args, context) =>
    sorted((a, b) => {
      const result = context.machine.callValue(args[1] ?? null, [{ value: a[of] }, { value: b[of] }], context.frame);
      return result === undefined || isUnknown(result) ? undefined : toNumber(result);
    }, keepKeys)(args, context);

const search =
  (found: (key: Key) => Value): Builtin =>
  ([needle = null, array, strict = false]) => {
    if (!(array instanceof PhpArray)) return undefined;
    const equals = toBoolean(strict) === true ? strictEquals : looseEquals;
    let unsure = array.partial;
    for (const [key, value] of array.entries()) {
      const same = equals(needle, value);
      if (same === true) return found(key);
      unsure ||= same === undefined;
    }
    return unsure ? undefined : false;
  };

const map: Builtin = (args, { machine, frame }) => {
  const [callback = null, first, ...others] = args;
  if (!(first instanceof PhpArray)) return undefined;
  const rest = arrays(others);
  if (!rest) return undefined;
  const call = (values: Value[]) =>
    callback === null
      ? PhpArray.list(values)
      : machine.callValue(
          callback,
          values.map((value) => ({ value })),
          frame,
        );
  const columns = rest.map((one) => one.values());
  const results = first
    .entries()
    .map(([key, value], i): [Key, Value | undefined] => [
      rest.length > 0 ? i : key,
      call([value, ...columns.map((column) => column[i] ?? null)]),
    ]);
  if (results.some(([, value]) => value === undefined)) return undefined;
  return kept(first, PhpArray.of(results as [Key, Value][]));
};

const filter: Builtin = (args, { machine, frame }) => {
  const [array, callback = null, mode = 0] = args;
  if (!(array instanceof PhpArray)) return undefined;
  const result: [Key, Value][] = [];
  let unsure = array.partial;
  for (const [key, value] of array.entries()) {
    const passed = mode === 2 ? [key] : mode === 1 ? [value, key] : [value];
    const verdict =
      callback === null
        ? value
        : machine.callValue(
            callback,
            passed.map((one) => ({ value: one })),
            frame,
          );
    const keep = verdict === undefined ? undefined : toBoolean(verdict);
    if (keep !== false) result.push([key, value]);
    unsure ||= keep === undefined;
  }
  return unsure ? PhpArray.of(result).asPartial() : PhpArray.of(result);
};

const merge: Builtin = (args) => {
  const all = arrays(args);
  if (all) {
    const builder = new ArrayBuilder();
    for (const array of all) builder.spread(array);
    return builder.build();
  }
  // A part is unknown: what is known stays, and the result says that it may hold more.
  const known = args.filter((arg) => arg instanceof PhpArray);
  return known.length > 0 ? renumbered(known.flatMap((one) => one.entries())).asPartial() : undefined;
};

const mergeRecursive = (a: PhpArray, b: PhpArray, replace: boolean): PhpArray => {
  let result = a;
  for (const [key, value] of b.entries()) {
    const old = result.get(key);
    if (old instanceof PhpArray && value instanceof PhpArray && (replace || typeof key === 'string'))
      result = result.with(key, mergeRecursive(old, value, replace));
    else result = typeof key === 'number' && !replace ? result.push(value) : result.with(key, value);
  }
  return result;
};

const slice: Builtin = onArray((array, [, offset = 0, length = null, keep = false]) => {
  const start = toNumber(offset) ?? 0;
  const entries = array.entries();
  const from = start < 0 ? Math.max(0, entries.length + start) : start;
  const count = length === null ? undefined : toNumber(length);
  const to = count === undefined ? undefined : count < 0 ? entries.length + count : from + count;
  const part = entries.slice(from, to);
  return toBoolean(keep) === true ? PhpArray.of(part) : renumbered(part);
});

const column: Builtin = onArray((array, [, field = null, index = null]) => {
  const read = (row: Value, name: Value): Value | undefined => {
    const key = toKey(name);
    if (key === undefined) return undefined;
    return row instanceof PhpArray ? row.get(key) : row instanceof PhpObject ? row.get(String(key)) : undefined;
  };
  const builder = new ArrayBuilder();
  for (const row of array.values()) {
    const value = field === null ? row : read(row, field);
    if (value === undefined) continue;
    const key = index === null ? undefined : toKey(read(row, index) ?? null);
    if (key === undefined) builder.push(value);
    else builder.set(key, value);
  }
  return builder.build();
});

const range: Builtin = ([from = 0, to = 0, by = 1]) => {
  const [start, end, step] = [from, to, by].map((one) => (isUnknown(one) ? undefined : toNumber(one)));
  if (typeof from === 'string' && typeof to === 'string' && /^[^\d]$/.test(from) && /^[^\d]$/.test(to)) {
    const [a, b] = [from.charCodeAt(0), to.charCodeAt(0)];
    return PhpArray.list(
      Array.from({ length: Math.abs(b - a) + 1 }, (_, i) => String.fromCharCode(a < b ? a + i : a - i)),
    );
  }
  if (start === undefined || end === undefined || !step) return undefined;
  const length = Math.floor(Math.abs(end - start) / Math.abs(step)) + 1;
  if (length > maxRange) return undefined;
  const sign = end >= start ? 1 : -1;
  return PhpArray.list(Array.from({ length }, (_, i) => start + sign * i * Math.abs(step)));
};

/** array_shift and array_pop: take an end off and write the rest back. */
const take =
  (index: 0 | -1): Builtin =>
  (args, { machine, args: passed }) => {
    const [array] = args;
    if (!(array instanceof PhpArray)) return undefined;
    const entries = array.entries();
    const taken = index === 0 ? entries.shift() : entries.pop();
    machine.writeArgument(passed[0], renumbered(entries));
    return taken?.[1] ?? null;
  };

const ordered = (sign: 1 | -1, of: 0 | 1) => (a: [Key, Value], b: [Key, Value]) => {
  const order = compare(a[of], b[of]);
  return order === undefined ? undefined : sign * order;
};

export const arrayBuiltins: Record<string, Builtin> = {
  array_merge: merge,
  array_merge_recursive: (args) => arrays(args)?.reduce((a, b) => mergeRecursive(a, b, false)),
  array_replace: (args) => arrays(args)?.reduce((a, b) => PhpArray.of([...a.entries(), ...b.entries()])),
  array_replace_recursive: (args) => arrays(args)?.reduce((a, b) => mergeRecursive(a, b, true)),
  array_keys: onArray((array, args) =>
    args.length > 1
      ? PhpArray.list(
          array
            .entries()
            .filter(([, value]) => looseEquals(value, args[1] ?? null))
            .map(([key]) => key),
        )
      : kept(array, PhpArray.list(array.keys())),
  ),
  array_values: onArray((array) => kept(array, PhpArray.list(array.values()))),
  array_map: map,
  array_filter: filter,
  array_walk: onArray((array, args, { machine, frame }) => {
    for (const [key, value] of array.entries())
      machine.callValue(args[1] ?? null, [{ value }, { value: key }, { value: args[2] ?? null }], frame);
    return true;
  }),
  array_reduce: onArray((array, args, { machine, frame }) => {
    let carry: Value | undefined = args[2] ?? null;
    for (const value of array.values())
      carry =
        carry === undefined ? undefined : machine.callValue(args[1] ?? null, [{ value: carry }, { value }], frame);
    return carry;
  }),
  array_combine: ([keys, values]) => {
    if (!(keys instanceof PhpArray) || !(values instanceof PhpArray)) return undefined;
    const column = values.values();
    return PhpArray.of(
      keys
        .values()
        .flatMap((key, i) => (toKey(key) === undefined ? [] : [[toKey(key) ?? '', column[i] ?? null] as const])),
    );
  },
  array_fill: ([start = 0, count = 0, value = null]) => {
    const length = toNumber(count) ?? 0;
    return length > maxRange
      ? undefined
      : PhpArray.of(Array.from({ length }, (_, i) => [(toNumber(start) ?? 0) + i, value] as const));
  },
  array_fill_keys: onArray((array, [, value = null]) =>
    kept(array, PhpArray.of(array.values().map((key) => [toKey(key) ?? '', value] as const))),
  ),
  array_flip: onArray((array) =>
    kept(array, PhpArray.of(array.entries().map(([key, value]) => [toKey(value) ?? '', key] as const))),
  ),
  array_diff: select('value', false),
  array_diff_key: select('key', false),
  array_diff_assoc: select('both', false),
  array_intersect: select('value', true),
  array_intersect_key: select('key', true),
  array_intersect_assoc: select('both', true),
  array_unique: onArray((array) => {
    const seen = new Set<string | undefined>();
    return kept(
      array,
      PhpArray.of(array.entries().filter(([, value]) => !seen.has(toText(value)) && seen.add(toText(value)))),
    );
  }),
  array_reverse: onArray((array, [, keep = false]) =>
    kept(
      array,
      toBoolean(keep) === true ? PhpArray.of(array.entries().reverse()) : renumbered(array.entries().reverse()),
    ),
  ),
  array_slice: slice,
  array_column: column,
  array_key_exists: ([key = null, array]) => {
    if (array instanceof PhpObject) return undefined;
    const at = toKey(key);
    if (!(array instanceof PhpArray) || at === undefined) return undefined;
    return array.has(at) ? true : array.partial ? undefined : false;
  },
  array_key_first: onArray((array) => array.keys()[0] ?? null),
  array_key_last: onArray((array) => array.keys().at(-1) ?? null),
  array_is_list: onArray((array) => array.isList),
  array_search: search((key) => key),
  in_array: search(() => true),
  array_shift: take(0),
  array_pop: take(-1),
  array_push: (args, { machine, args: passed }) => {
    const [array, ...values] = args;
    if (!(array instanceof PhpArray)) return undefined;
    const result = values.reduce<PhpArray>((all, value) => all.push(value), array);
    machine.writeArgument(passed[0], result);
    return result.size;
  },
  array_unshift: (args, { machine, args: passed }) => {
    const [array, ...values] = args;
    if (!(array instanceof PhpArray)) return undefined;
    const result = renumbered([...values.map((value, i) => [i, value] as const), ...array.entries()]);
    machine.writeArgument(passed[0], result);
    return result.size;
  },
  array_sum: onArray((array) =>
    array
      .values()
      .reduce<number | undefined>(
        (sum, value) => (sum === undefined || isUnknown(value) ? undefined : sum + (toNumber(value) ?? 0)),
        0,
      ),
  ),
  array_change_key_case: onArray((array, [, mode = 0]) =>
    PhpArray.of(
      array
        .entries()
        .map(
          ([key, value]) =>
            [typeof key === 'string' ? (mode === 1 ? key.toUpperCase() : key.toLowerCase()) : key, value] as const,
        ),
    ),
  ),
  count: onArray((array) => (array.partial ? undefined : array.size)),
  sizeof: onArray((array) => (array.partial ? undefined : array.size)),
  range,
  current: onArray((array) => array.values()[0] ?? false),
  reset: onArray((array) => array.values()[0] ?? false),
  end: onArray((array) => array.values().at(-1) ?? false),
  key: onArray((array) => array.keys()[0] ?? null),
  sort: sorted(ordered(1, 1), false),
  rsort: sorted(ordered(-1, 1), false),
  asort: sorted(ordered(1, 1), true),
  arsort: sorted(ordered(-1, 1), true),
  ksort: sorted(ordered(1, 0), true),
  krsort: sorted(ordered(-1, 0), true),
  usort: userSorted(1, false),
  uasort: userSorted(1, true),
  uksort: userSorted(0, true),
  compact: (args, { machine, frame }) => {
    const names = args.flatMap((arg) => (arg instanceof PhpArray ? arg.values() : [arg]));
    return PhpArray.of(
      names.flatMap((name) => {
        const text = toText(name) ?? '';
        const value = frame.aliases.get(text)?.read() ?? frame.variables.get(text)?.value;
        machine.step(1);
        return value === undefined ? [] : [[text, value] as const];
      }),
    );
  },
};
