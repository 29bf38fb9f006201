/**
 * The notation of catalogue/moodle.jsonl (written by scripts/catalogue.mjs). A line for each schema, `[id, node]`:
 * `"int"` is a value, `"int!"` one that may not be null, `{…}` a structure whose key ends in `?` where it is optional,
 * `[node]` a list, `"#id"` the schema of that id, and `{"$": node, default, required, null}` a node with more to say.
 */
import type { Json, Required, SchemaNode } from '../../../webservice/src/schema/node.ts';

export type Notation = string | readonly [Notation] | { readonly [key: string]: Notation };

interface Said {
  readonly $: Notation;
  readonly default?: Json;
  readonly required?: Json;
  readonly null?: boolean;
}

/** A schema without texts, as Moodle would have it. `find` knows the schemas of other lines. */
export function readNotation(
  notation: Notation,
  find: (id: string) => Notation | undefined,
  required: Required = 'VALUE_REQUIRED',
): SchemaNode {
  const tail = { desc: '', required, default: null, complete: true };
  if (typeof notation === 'string') {
    if (notation.startsWith('#')) return readNotation(find(notation.slice(1)) ?? '', find, required);
    const allownull = !notation.endsWith('!');
    return { kind: 'value', type: allownull ? notation : notation.slice(0, -1), ...tail, allownull };
  }
  if (isList(notation)) return { kind: 'multiple', content: readNotation(notation[0], find), ...tail, allownull: false };
  if ('$' in notation) return said(notation as unknown as Said, find, required);
  const keys = Object.entries(notation).map(([key, child]): [string, SchemaNode] =>
    key.endsWith('?')
      ? [key.slice(0, -1), readNotation(child, find, 'VALUE_OPTIONAL')]
      : [key, readNotation(child, find)],
  );
  return { kind: 'single', keys, ...tail, allownull: false };
}

/**
 * Each key of a schema with the keys around it, joined by newlines; lists are not shown. `find` knows those of other
 * lines.
 */
export function keyPaths(notation: Notation, find: (id: string) => readonly string[]): readonly string[] {
  if (typeof notation === 'string') return notation.startsWith('#') ? find(notation.slice(1)) : [];
  if (isList(notation)) return keyPaths(notation[0], find);
  if ('$' in notation) return keyPaths((notation as unknown as Said).$, find);
  return Object.entries(notation).flatMap(([key, child]) => {
    const name = key.endsWith('?') ? key.slice(0, -1) : key;
    return [name, ...keyPaths(child, find).map((path) => `${name}\n${path}`)];
  });
}

function said(one: Said, find: (id: string) => Notation | undefined, outer: Required): SchemaNode {
  const node = readNotation(one.$, find, outer);
  if (one.default !== undefined) node.default = one.default;
  if (one.required !== undefined) node.required = requiredOf(one.required);
  else if (one.default !== undefined) node.required = 'VALUE_DEFAULT';
  if (one.null === true) node.allownull = true;
  return node;
}

const isList = (notation: Exclude<Notation, string>): notation is readonly [Notation] => Array.isArray(notation);

const names: readonly unknown[] = ['VALUE_REQUIRED', 'VALUE_OPTIONAL', 'VALUE_DEFAULT'] satisfies Required[];

/** One of the three constants by name; else what a faulty plugin passed in its place. */
const requiredOf = (value: Json): Required => (names.includes(value) ? (value as Required) : { invalid: value });
