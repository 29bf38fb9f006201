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
  Unknown,
} from '../values.ts';
import { elementPlace, placeOf } from '../interpreter/places.ts';
import type { Key, Value } from '../values.ts';
import { iterate } from '../interpreter/iteration.ts';
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

/** An array whose keys are values: partial where one of them is unknown. */
function keyed(pairs: readonly (readonly [Value, Value])[]): PhpArray {
  const known = pairs.flatMap(([name, value]) => {
    const key = toKey(name);
    return key === undefined ? [] : [[key, value] as const];
  });
  const result = PhpArray.of(known);
  return known.length < pairs.length ? result.asPartial() : result;
}

/** A builtin over one array that has all its keys; of a partial one the answer is unknown. */
const onWhole = (run: Parameters<typeof onArray>[0]): Builtin =>
  onArray((array, args, context) => (array.partial ? undefined : run(array, args, context)));

/** `array_diff*` and `array_intersect*`: keeps entries of the first array that some / none of the others has. */
const select =
  (by: 'key' | 'value' | 'both', wanted: boolean): Builtin =>
  (args) => {
    const all = arrays(args);
    const [first, ...others] = all ?? [];
    if (!all || !first || all.some((one) => one.partial)) return undefined;
    if (by !== 'key' && all.some((one) => one.values().some(isUnknown))) return undefined;
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

/** `array_merge_recursive`: values under one text key become a list. */
const mergeRecursive = (a: PhpArray, b: PhpArray): PhpArray => {
  const builder = new ArrayBuilder();
  builder.spread(a);
  const merged = new Map<Key, Value>();
  for (const [key, value] of b.entries()) {
    const old = typeof key === 'string' ? a.get(key) : undefined;
    if (typeof key === 'number') builder.push(value);
    else if (old === undefined) builder.set(key, value);
    else merged.set(key, mergeRecursive(asList(old), asList(value)));
  }
  for (const [key, value] of merged) builder.set(key, value);
  return a.partial || b.partial ? builder.build().asPartial() : builder.build();
};
const asList = (value: Value) => (value instanceof PhpArray ? value : PhpArray.list([value]));

const replaceRecursive = (a: PhpArray, b: PhpArray): PhpArray => {
  const inner = b.entries().map(([key, value]): [Key, Value] => {
    const old = a.get(key);
    return [key, old instanceof PhpArray && value instanceof PhpArray ? replaceRecursive(old, value) : value];
  });
  const result = PhpArray.of([...a.entries(), ...inner]);
  return a.partial || b.partial ? result.asPartial() : result;
};

/** `array_splice`: takes a part out, puts other values there, and answers what was taken. */
const splice: Builtin = (args, { machine, args: passed }) => {
  const [array, offset = 0, length = null, put = null] = args;
  const [at, count] = [offset, length].map((one) => (isUnknown(one) || one === null ? undefined : toNumber(one)));
  if (!(array instanceof PhpArray) || array.partial || at === undefined || isUnknown(length) || isUnknown(put))
    return undefined;
  const entries = array.entries();
  const from = Math.min(at < 0 ? Math.max(0, entries.length + at) : at, entries.length);
  const to = count === undefined ? entries.length : count < 0 ? entries.length + count : from + count;
  const added = (put === null ? [] : asList(put).values()).map((value): [Key, Value] => [0, value]);
  const taken = entries.splice(from, Math.max(0, to - from), ...added);
  machine.writeArgument(passed[0], renumbered(entries));
  return renumbered(taken);
};

/** Calls `args[1]` for each value, which it may take by reference. */
const walk: Builtin = ([array, callback = null, extra = null], { machine, frame, args: passed }) => {
  const [target] = passed;
  if (!(array instanceof PhpArray)) return undefined;
  const place =
    target?.place ?? (target?.node && target.frame ? placeOf(machine, target.node, target.frame) : undefined);
  for (const [key, value] of array.entries()) {
    const item = place ? { value, place: elementPlace(machine, place, key) } : { value };
    if (machine.callValue(callback, [item, { value: key }, { value: extra }], frame) === undefined) return undefined;
  }
  return true;
};

/** A function that changes its argument in a way we do not follow: the argument is unknown afterwards. */
const changes =
  (index: number, name: string): Builtin =>
  (_, { machine, args }) => {
    machine.writeArgument(args[index], new Unknown(`${name}()`));
    return undefined;
  };

const slice: Builtin = onWhole((array, [, offset = 0, length = null, keep = false]) => {
  const start = toNumber(offset) ?? 0;
  const entries = array.entries();
  const from = start < 0 ? Math.max(0, entries.length + start) : start;
  const count = length === null ? undefined : toNumber(length);
  const to = count === undefined ? undefined : count < 0 ? entries.length + count : from + count;
  const part = entries.slice(from, to);
  return toBoolean(keep) === true ? PhpArray.of(part) : renumbered(part);
});

const column: Builtin = onWhole((array, [, field = null, index = null]) => {
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
  if (!(length <= maxRange)) return undefined;
  const sign = end >= start ? 1 : -1;
  return PhpArray.list(Array.from({ length }, (_, i) => start + sign * i * Math.abs(step)));
};

/** array_shift and array_pop: take an end off and write the rest back. */
const take =
  (index: 0 | -1): Builtin =>
  (args, { machine, frame, args: passed }) => {
    const [array] = args;
    if (!(array instanceof PhpArray)) return undefined;
    if (array.partial) return changes(0, 'array_shift')(args, { machine, args: passed, frame });
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
  array_merge_recursive: (args) => arrays(args)?.reduce(mergeRecursive, PhpArray.empty),
  array_replace: (args) =>
    arrays(args)?.reduce((a, b) => kept(b, kept(a, PhpArray.of([...a.entries(), ...b.entries()]))), PhpArray.empty),
  array_replace_recursive: (args) => arrays(args)?.reduce(replaceRecursive, PhpArray.empty),
  array_splice: splice,
  array_keys: onArray((array, args) =>
    args.length > 1
      ? PhpArray.list(
          array
            .entries()
            .filter(([, value]) => looseEquals(value, args[1] ?? null) === true)
            .map(([key]) => key),
        )
      : kept(array, PhpArray.list(array.keys())),
  ),
  array_values: onArray((array) => kept(array, PhpArray.list(array.values()))),
  array_map: map,
  array_filter: filter,
  array_walk: walk,
  array_reduce: onWhole((array, args, { machine, frame }) => {
    let carry: Value | undefined = args[2] ?? null;
    for (const value of array.values())
      carry =
        carry === undefined ? undefined : machine.callValue(args[1] ?? null, [{ value: carry }, { value }], frame);
    return carry;
  }),
  array_combine: ([keys, values]) => {
    if (!(keys instanceof PhpArray) || !(values instanceof PhpArray) || keys.partial || values.partial)
      return undefined;
    const column = values.values();
    return keys.size === column.length ? keyed(keys.values().map((key, i) => [key, column[i] ?? null])) : undefined;
  },
  array_fill: ([start = 0, count = 0, value = null]) => {
    const length = Math.max(0, toNumber(count) ?? 0);
    return !(length <= maxRange)
      ? undefined
      : PhpArray.of(Array.from({ length }, (_, i) => [(toNumber(start) ?? 0) + i, value] as const));
  },
  array_fill_keys: onArray((array, [, value = null]) => kept(array, keyed(array.values().map((key) => [key, value])))),
  array_flip: onArray((array) => kept(array, keyed(array.entries().map(([key, value]) => [value, key])))),
  array_diff: select('value', false),
  array_diff_key: select('key', false),
  array_diff_assoc: select('both', false),
  array_intersect: select('value', true),
  array_intersect_key: select('key', true),
  array_intersect_assoc: select('both', true),
  array_unique: onArray((array) => {
    if (array.values().some(isUnknown)) return undefined;
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
  array_key_first: onWhole((array) => array.keys()[0] ?? null),
  array_key_last: onWhole((array) => array.keys().at(-1) ?? null),
  array_is_list: onWhole((array) => array.isList),
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
  array_sum: onWhole((array) =>
    array
      .values()
      .reduce<number | undefined>(
        (sum, value) => (sum === undefined || isUnknown(value) ? undefined : sum + (toNumber(value) ?? 0)),
        0,
      ),
  ),
  array_change_key_case: onWhole((array, [, mode = 0]) =>
    PhpArray.of(
      array
        .entries()
        .map(
          ([key, value]) =>
            [typeof key === 'string' ? (mode === 1 ? key.toUpperCase() : key.toLowerCase()) : key, value] as const,
        ),
    ),
  ),
  count: onWhole((array, [, mode = 0]) => (mode === 0 ? array.size : undefined)),
  sizeof: onWhole((array) => array.size),
  array_product: onWhole((array) =>
    array.values().some((value) => typeof value !== 'number')
      ? undefined
      : array.values().reduce<number>((product, value) => product * Number(value), 1),
  ),
  array_chunk: onWhole((array, [, size = 1, keep = false]) => {
    const length = toNumber(size) ?? 0;
    if (length < 1) return undefined;
    const entries = array.entries();
    const chunks = Array.from({ length: Math.ceil(entries.length / length) }, (_, i) =>
      entries.slice(i * length, (i + 1) * length),
    );
    return PhpArray.list(
      chunks.map((chunk) =>
        toBoolean(keep) === true ? PhpArray.of(chunk) : PhpArray.list(chunk.map(([, one]) => one)),
      ),
    );
  }),
  array_pad: onWhole((array, [, size = 0, value = null]) => {
    const length = toNumber(size) ?? 0;
    if (Math.abs(length) > maxRange) return undefined;
    const added = Array.from({ length: Math.max(0, Math.abs(length) - array.size) }, (): [Key, Value] => [0, value]);
    if (added.length === 0) return array;
    return renumbered(length < 0 ? [...added, ...array.entries()] : [...array.entries(), ...added]);
  }),
  shuffle: changes(0, 'shuffle'),
  array_multisort: changes(0, 'array_multisort'),
  array_walk_recursive: changes(0, 'array_walk_recursive'),
  natsort: changes(0, 'natsort'),
  natcasesort: changes(0, 'natcasesort'),
  settype: changes(0, 'settype'),
  parse_str: changes(1, 'parse_str'),
  range,
  // What an Iterator or a generator gives: generators are arrays already.
  iterator_to_array: ([subject = null, keys = true], { machine, frame }) => {
    const rounds = iterate(machine, subject, frame);
    if (!rounds || (subject instanceof PhpArray && subject.partial)) return undefined;
    if (keys === false) return PhpArray.list(rounds.map(([, value]) => value));
    const entries = rounds.map(([key, value]) => [toKey(key), value] as const);
    return entries.some(([key]) => key === undefined) ? undefined : PhpArray.of(entries as [Key, Value][]);
  },
  current: onWhole((array) => array.values()[0] ?? false),
  reset: onWhole((array) => array.values()[0] ?? false),
  end: onWhole((array) => array.values().at(-1) ?? false),
  key: onWhole((array) => array.keys()[0] ?? null),
  sort: sorted(ordered(1, 1), false),
  rsort: sorted(ordered(-1, 1), false),
  asort: sorted(ordered(1, 1), true),
  arsort: sorted(ordered(-1, 1), true),
  ksort: sorted(ordered(1, 0), true),
  krsort: sorted(ordered(-1, 0), true),
  usort: userSorted(1, false),
  uasort: userSorted(1, true),
  uksort: userSorted(0, true),
  extract: onWhole((array, _, { machine, frame }) => {
    for (const [name, value] of array.entries())
      if (typeof name === 'string' && name !== 'this')
        (frame.aliases.get(name) ?? machine.cellPlace(machine.variable(frame, name))).write(value);
    return array.size;
  }),
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
