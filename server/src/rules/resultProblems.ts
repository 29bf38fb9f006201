/** What a method returns beside what is described, as `clean_returnvalue()` compares it (lib/external/classes/external_api.php). */
import type { SchemaNode, SingleNode } from '../../../webservice/src/schema/node.ts';
import { checkParam } from '../../../webservice/src/schema/paramCheck.ts';
import type { Returned, ReturnedItem } from './returned.ts';

/** A key of a structure, or null for what a list holds. */
export type ResultPath = readonly (string | null)[];

interface Part<Node, Value> {
  readonly path: ResultPath;
  readonly node: Node;
  readonly value: Value;
}

type ReturnedArray = Extract<Returned, { kind: 'array' }>;
type KeyedItem = ReturnedItem & { readonly key: string };

export type ResultProblem =
  /** Keys that are required, and not there. */
  | ({ readonly kind: 'missing'; readonly keys: SingleNode['keys'] } & Part<SingleNode, ReturnedArray>)
  /** A key that is not described. `missing`: described keys that are not there. */
  | ({ readonly kind: 'extra'; readonly item: KeyedItem; readonly missing: readonly string[] } & Part<
      SingleNode,
      ReturnedArray
    >)
  /** A single value where an array is described. */
  | ({ readonly kind: 'scalar' } & Part<SchemaNode, Returned>)
  /** An array where a single value is described. */
  | ({ readonly kind: 'array' } & Part<SchemaNode, ReturnedArray>)
  /** A single value that is not of the described type. */
  | ({ readonly kind: 'type' } & Part<Extract<SchemaNode, { kind: 'value' }>, Extract<Returned, { kind: 'scalar' }>>)
  | ({ readonly kind: 'null' } & Part<SchemaNode, Returned>)
  /** A list with keys of its own. */
  | ({ readonly kind: 'keyed' } & Part<SchemaNode, ReturnedArray>)
  /** An object where a list or a single value is described. */
  | ({ readonly kind: 'object' } & Part<SchemaNode, Returned>)
  /** What is no problem by itself, with its description: for rules that look at calls and properties. */
  | ({ readonly kind: 'value' } & Part<Extract<SchemaNode, { kind: 'value' }>, Returned>);

/** Compares as far as both are known. */
export function* resultProblems(node: SchemaNode, value: Returned, path: ResultPath = []): Generator<ResultProblem> {
  if (value.kind === 'null') {
    if (!node.allownull) yield { kind: 'null', path, node, value };
  } else if (value.kind === 'scalar') {
    if (node.kind !== 'value') yield { kind: 'scalar', path, node, value };
    else if (isRefused(value.value, node.type)) yield { kind: 'type', path, node, value };
  } else if (value.kind === 'array') yield* arrayProblems(node, value, path);
  else if (value.kind === 'object') {
    if (node.kind !== 'single') yield { kind: 'object', path, node, value };
  } else if (node.kind === 'value') yield { kind: 'value', path, node, value };
}

function* arrayProblems(node: SchemaNode, value: ReturnedArray, path: ResultPath): Generator<ResultProblem> {
  if (node.kind === 'value') yield { kind: value.isObject ? 'object' : 'array', path, node, value };
  else if (node.kind === 'single') yield* structureProblems(node, value, path);
  else if (value.isObject) yield { kind: 'object', path, node, value };
  else {
    if (value.items.some(({ key }) => key !== undefined && !/^(0|[1-9]\d*)$/.test(key)))
      yield { kind: 'keyed', path, node, value };
    for (const item of value.items)
      if (item.value.kind !== 'unknown') yield* resultProblems(node.content, item.value, [...path, null]);
  }
}

function* structureProblems(node: SingleNode, value: ReturnedArray, path: ResultPath): Generator<ResultProblem> {
  const described = new Map(node.keys);
  const keyed = value.items.filter((item): item is KeyedItem => item.key !== undefined);
  const missing = node.keys.filter(([key]) => value.isWhole && !keyed.some((item) => item.key === key));
  const required = missing.filter(([, { required: one }]) => one === 'VALUE_REQUIRED');
  if (required.length > 0) yield { kind: 'missing', path, node, value, keys: required };
  for (const item of keyed) {
    const below = described.get(item.key);
    if (below) yield* resultProblems(below, item.value, [...path, item.key]);
    else yield { kind: 'extra', path, node, value, item, missing: missing.map(([key]) => key) };
  }
}

/** PARAM_BOOL takes 0 and 1 as well; all else has to be what cleaning makes of it. */
const isRefused = (value: string | number | boolean, type: string): boolean =>
  checkParam(value, type).kind === 'refused';
