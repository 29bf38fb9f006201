import type { Json, Required, SchemaNode, SingleNode } from './node.ts';
import { isDynamic } from './node.ts';
import type { Checked } from './paramCheck.ts';

/** Where something stands in a value: names of keys and positions in lists. */
export type Path = readonly (string | number)[];

export interface Problem {
  kind: ProblemKind;
  /** Of `missing` the key that is not there, of `unexpected` the structure that has the keys. */
  path: Path;
  /** The names of `unexpected`; else empty. */
  keys: readonly string[];
  /** In words, about this place alone. */
  message: string;
}

export type ProblemKind =
  | 'missing'
  | 'unexpected'
  | 'null'
  /** A structure or list where one value belongs. */
  | 'not-scalar'
  | 'not-structure'
  | 'not-list'
  /** The PARAM type does not take the value. */
  | 'refused'
  /** The schema names a PARAM type that Moodle does not have. */
  | 'unknown-type'
  | 'too-deep';

export interface Walked {
  /** In the order in which Moodle comes upon them; it stops at the first. */
  problems: Problem[];
  /** True when there are more problems than were asked for. */
  more: boolean;
  /** Values of types that are not checked locally; as many at most as problems. */
  unchecked: { path: Path; type: string }[];
  /** What the function, or the caller, gets: values cast, defaults filled in. Of use only without problems. */
  value: Json;
}

/** In what the two directions differ. */
export interface Direction {
  /** Lists and objects are two things (in JSON; but `[]` is an empty structure too), or one (PHP's array). */
  strictLists: boolean;
  unexpectedKeys: 'problem' | 'dropped';
  /** Whose defaults are filled in when the key is missing. */
  defaults: 'all' | 'values' | 'none';
  check(value: boolean | number | string, type: string): Checked;
  words(kind: ProblemKind, detail: { node: SchemaNode; value: Json; keys: readonly string[] }): string;
}

/** The deepest schema of Moodle has about ten levels, and answers deeper than this are refused when they are read. */
const maxDepth = 512;
/** `$required` is compared loosely, so that faulty plugins' `true` is VALUE_REQUIRED (1) and `false` VALUE_DEFAULT (0). */
const loose: ReadonlyMap<Json, Required> = new Map<Json, Required>([
  [true, 'VALUE_REQUIRED'],
  ['1', 'VALUE_REQUIRED'],
  [false, 'VALUE_DEFAULT'],
  [null, 'VALUE_DEFAULT'],
  ['0', 'VALUE_DEFAULT'],
]);

/**
 * Goes through a value along its schema, as `validate_parameters` and `clean_returnvalue` of `external_api` do
 * (lib/external/classes/external_api.php of Moodle 4.4; the same in 5.0). Where the schema is not complete, keys that it
 * does not name and types that it does not know are let pass.
 */
export function walk(root: SchemaNode, value: Json, direction: Direction, maxProblems: number): Walked {
  const walked: Walked = { problems: [], more: false, unchecked: [], value: null };
  const path: (string | number)[] = [];

  const report = (
    kind: ProblemKind,
    node: SchemaNode,
    at: Json,
    { keys = [], key }: { keys?: string[]; key?: string } = {},
  ): null => {
    if (walked.problems.length >= maxProblems) walked.more = true;
    else {
      const message = direction.words(kind, { node, value: at, keys: key === undefined ? keys : [key] });
      walked.problems.push({ kind, path: key === undefined ? [...path] : [...path, key], keys, message });
    }
    return null;
  };
  const below = (key: string | number, node: SchemaNode, child: Json): Json => {
    path.push(key);
    const result = visit(node, child);
    path.pop();
    return result;
  };

  const visit = (node: SchemaNode, at: Json): Json => {
    if (walked.more) return null;
    if (at === null && node.allownull) return null;
    if (path.length > maxDepth) return report('too-deep', node, at);
    if (node.kind === 'value') return visitValue(node.type, node, at);
    if (at === null || typeof at !== 'object')
      return report(node.kind === 'single' ? 'not-structure' : 'not-list', node, at);
    if (node.kind === 'single') {
      if (direction.strictLists && Array.isArray(at) && at.length > 0) return report('not-structure', node, at);
      return visitSingle(node, at);
    }
    if (direction.strictLists && !Array.isArray(at)) return report('not-list', node, at);
    const { content } = node;
    return Object.values(at).map((child, index) => below(index, content, child));
  };

  const visitValue = (type: string, node: SchemaNode, at: Json): Json => {
    if (at !== null && typeof at === 'object') return report('not-scalar', node, at);
    if (at === null) return report('null', node, at);
    if (!node.complete) return at;
    const checked = direction.check(at, type);
    if (checked.kind === 'accepted') return checked.value;
    if (checked.kind !== 'unchecked') return report(checked.kind, node, at);
    if (walked.unchecked.length < maxProblems) walked.unchecked.push({ path: [...path], type });
    return at;
  };

  const visitSingle = (node: SingleNode, at: Json[] | Record<string, Json>): Json => {
    const entries: [string, Json][] = [];
    for (const [name, child] of node.keys) {
      if (Object.hasOwn(at, name)) {
        entries.push([name, below(name, child, (at as Record<string, Json>)[name] ?? null)]);
        continue;
      }
      const required = typeof child.required === 'object' ? loose.get(child.required.invalid) : child.required;
      if (required === 'VALUE_REQUIRED' && node.complete) report('missing', child, null, { key: name });
      const isFilled = direction.defaults === 'all' || (direction.defaults === 'values' && child.kind === 'value');
      if (required === 'VALUE_DEFAULT' && isFilled) {
        const filled = child.default;
        entries.push([name, isDynamic(filled) ? filled : below(name, child, filled)]);
      }
    }
    if (direction.unexpectedKeys === 'problem' && node.complete) {
      const known = new Set(node.keys.map(([name]) => name));
      const keys = Object.keys(at).filter((key) => !known.has(key));
      if (keys.length > 0) report('unexpected', node, null, { keys });
    }
    // Unlike an assignment, fromEntries makes `__proto__` an ordinary key.
    return Object.fromEntries(entries);
  };

  walked.value = visit(root, value);
  return walked;
}
