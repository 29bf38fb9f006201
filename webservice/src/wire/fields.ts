import type { Json } from '../schema/node.ts';
import type { Unsendable, UnsendableReason } from './outcome.ts';
import { maxArgumentNesting, scalarProblem, unsendable } from './sendable.ts';

/** Names that the REST server takes for itself (webservice/rest/locallib.php). */
const reserved = new Set(['wstoken', 'wsfunction', 'moodlewsrestformat']);
/** PHP turns dots and spaces of a variable's name into underscores; brackets and NUL break a key at any level. */
const badName = /^$|[[\].\s\0]/;
const badKey = /^$|[[\]\0]/;
const loneSurrogate = /[\ud800-\udfff]/u;

export type Fields = { kind: 'fields'; fields: [name: string, value: string][] } | Unsendable;

/**
 * JSON arguments as the variables of a form, as PHP reads them: `{a: [{k: true}]}` is `a[0][k]=1`.
 *
 * Refused is what a form cannot say: null, empty lists and objects (leaving a key out is the only way, and only works
 * for keys that are not required), whole numbers that JavaScript has already rounded, keys that PHP would change.
 */
export function formFields(args: Json): Fields {
  if (args === null || typeof args !== 'object' || Array.isArray(args)) return unsendable('not-an-object', '');
  const fields: [string, string][] = [];
  for (const [name, value] of Object.entries(args)) {
    if (reserved.has(name)) return unsendable('reserved-key', name);
    if (badName.test(name) || loneSurrogate.test(name)) return unsendable('key', name);
    const failure = add(fields, name, value, 1);
    if (failure !== null) return failure;
  }
  return { kind: 'fields', fields };
}

/** Appends the variables of one value; null when all of it can be sent. */
function add(fields: [string, string][], path: string, value: Json, depth: number): Unsendable | null {
  if (value === null || typeof value !== 'object') {
    const text = scalarText(value);
    if (typeof text !== 'string') return unsendable(text.refused, path);
    fields.push([path, text]);
    return null;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return unsendable(Array.isArray(value) ? 'empty-list' : 'empty-object', path);
  if (depth >= maxArgumentNesting) return unsendable('too-deep', path.slice(0, 100));
  for (const [key, child] of entries) {
    if (badKey.test(key) || loneSurrogate.test(key)) return unsendable('key', `${path}[${key}]`);
    const failure = add(fields, `${path}[${key}]`, child, depth + 1);
    if (failure !== null) return failure;
  }
  return null;
}

function scalarText(value: null | boolean | number | string): string | { refused: UnsendableReason } {
  if (value === null) return { refused: 'null' };
  if (typeof value === 'boolean') return value ? '1' : '0';
  const refused = scalarProblem(value);
  return refused === null ? String(value) : { refused };
}
