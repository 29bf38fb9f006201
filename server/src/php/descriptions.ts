/** Between PHP's description objects and schema nodes. */
import type { Json, Required, SchemaNode } from '../../../webservice/src/schema/node.ts';
import type { PassedArgument } from './interpreter/machine.ts';
import { preludePath } from './prelude.ts';
import type { PhpClass } from './phpClass.ts';
import type { Program } from './program.ts';
import { Closure, isUnknown, PhpArray, PhpObject, toBoolean, toText, Unknown } from './values.ts';
import type { Value } from './values.ts';

/** VALUE_DEFAULT, VALUE_REQUIRED and VALUE_OPTIONAL (lib/external/classes/external_api.php). */
const requiredNames = ['VALUE_DEFAULT', 'VALUE_REQUIRED', 'VALUE_OPTIONAL'] as const;

type Constructor = (object: PhpObject, args: readonly PassedArgument[], program: Program) => void;

const describe =
  (
    first: 'type' | 'keys' | 'content' | undefined,
    names: readonly string[],
    allowsNull: boolean,
    fixedAllowNull = false,
  ): Constructor =>
  (object, args, program) => {
    const values = new Map<string, Value>();
    for (const [index, arg] of args.entries()) {
      const name = arg.name ?? names[index];
      if (name !== undefined) values.set(name, arg.value);
    }
    if (first !== undefined) object.init(first, values.get(first) ?? null);
    object.init('desc', values.get('desc') ?? '');
    object.init('required', values.get('required') ?? (values.has('required') ? null : 1));
    object.init('default', values.get('default') ?? null);
    const ignored = fixedAllowNull || (first !== 'type' && first !== undefined && !program.structuresHaveAllowNull);
    const given = ignored ? undefined : values.get('allownull');
    object.init('allownull', given === undefined ? allowsNull : isUnknown(given) ? given : (toBoolean(given) ?? given));
  };

const tail = ['desc', 'required', 'default', 'allownull'];
const constructors: Record<string, Constructor> = {
  external_description: describe(undefined, tail, false),
  external_value: describe('type', ['type', ...tail], true),
  external_single_structure: describe('keys', ['keys', ...tail], false),
  external_multiple_structure: describe('content', ['content', ...tail], false),
  external_function_parameters: describe('keys', ['keys', ...tail], false, true),
};

/** The native constructor of one of the five description classes. */
export function nativeConstructor(cls: PhpClass, method: string): Constructor | undefined {
  if (cls.path !== preludePath || method !== '__construct') return undefined;
  return constructors[cls.declaration.name];
}

/** The kind of description that an object of this class is, judged by what its constructor filled. */
function kindOf(object: PhpObject): SchemaNode['kind'] | undefined {
  if (object.properties.has('type')) return 'value';
  if (object.properties.has('keys')) return 'single';
  return object.properties.has('content') ? 'multiple' : undefined;
}

/**
 * Nodes of one schema, and values of one default, that are shown: objects can hold themselves, and each other twice. A
 * text counts for as many as it has kilobytes, since it can be in all of them.
 */
const maxShown = 20_000;

interface Budget {
  left: number;
}

/** What Moodle would report for a description; a node with `complete: false` where something is unknown or no description. */
export function toSchemaNode(value: Value | undefined, depth = 0, budget: Budget = { left: maxShown }): SchemaNode {
  budget.left -= 1;
  if (!(value instanceof PhpObject) || depth > 60 || budget.left < 0) return unknownNode(value);
  const desc = value.get('desc') ?? '';
  if (typeof desc === 'string') budget.left -= desc.length >> 10;
  const kind = kindOf(value);
  const required = requiredOf(value.get('required') ?? null);
  const allownull = value.get('allownull') ?? false;
  const base = {
    desc: toJson(desc),
    required: required ?? ('VALUE_REQUIRED' as const),
    default: toJson(value.get('default') ?? null),
    allownull: toBoolean(allownull) ?? true,
  };
  const known = required !== undefined && !isUnknown(value.get('desc')) && !isUnknown(allownull);
  switch (kind) {
    case 'value': {
      const type = value.get('type') ?? null;
      const text = isUnknown(type) ? undefined : toText(type);
      return { kind, type: text ?? '', ...base, complete: known && text !== undefined };
    }
    case 'single': {
      const keys = value.get('keys') ?? null;
      if (!(keys instanceof PhpArray)) return { kind, keys: [], ...base, complete: false };
      const nodes = keys
        .entries()
        .map(([name, node]): [string, SchemaNode] => [String(name), toSchemaNode(node, depth + 1, budget)]);
      return {
        kind,
        keys: nodes,
        ...base,
        complete: known && !keys.partial && nodes.every(([, node]) => node.complete),
      };
    }
    case 'multiple': {
      const content = toSchemaNode(value.get('content'), depth + 1, budget);
      return { kind, content, ...base, complete: known && content.complete };
    }
    case undefined:
      return unknownNode(value);
  }
}

const unknownNode = (value: Value | undefined): SchemaNode => ({
  kind: 'value',
  type: 'raw',
  desc: isUnknown(value) ? value.source : '',
  required: 'VALUE_REQUIRED',
  default: null,
  allownull: true,
  complete: false,
});

function requiredOf(value: Value): Required | undefined {
  if (isUnknown(value)) return undefined;
  const name = typeof value === 'number' ? requiredNames[value] : undefined;
  return name ?? { invalid: toJson(value) };
}

/** A PHP value as JSON: lists and maps by PHP's own rule; what is unknown as `{"dynamic": source}`. */
export function toJson(value: Value, depth = 0, budget: Budget = { left: maxShown }): Json {
  if (value instanceof Unknown) return { dynamic: value.source };
  if (value instanceof Closure) return { dynamic: value.source };
  budget.left -= 1;
  if (typeof value === 'string' && (budget.left -= value.length >> 10) < 0) return null;
  if (value instanceof PhpArray) {
    if (depth > 40 || budget.left < 0) return null;
    if (value.isList) return value.values().map((one) => toJson(one, depth + 1, budget));
    return Object.fromEntries(value.entries().map(([key, one]) => [String(key), toJson(one, depth + 1, budget)]));
  }
  if (value instanceof PhpObject) {
    if (depth > 40 || budget.left < 0) return null;
    const backed = value.cls?.declaration.kind === 'enum' ? value.get('value') : undefined;
    if (backed !== undefined) return toJson(backed, depth + 1, budget);
    return Object.fromEntries(
      [...value.properties].map(([key, cell]) => [key, toJson(cell.value ?? null, depth + 1, budget)]),
    );
  }
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
