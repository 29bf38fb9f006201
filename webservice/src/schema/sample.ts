import type { Json, SchemaNode } from './node.ts';
import { isDynamic } from './node.ts';
import { checkParam } from './paramCheck.ts';

const samples: Readonly<Record<string, Json>> = { int: 0, float: 0, localisedfloat: 0, permission: 0, bool: false };
/** No function of Moodle nests deeper than a handful of levels; this only stops schemas built to do harm. */
const maxDepth = 32;

/**
 * The arguments that a call begins with: an empty value of its type for every required key, lists with one element.
 * Keys that are optional or have a default are left out; the form and completion offer them.
 */
export function sampleArguments(parameters: SchemaNode | null): Json {
  return parameters === null ? {} : sample(parameters, 0);
}

/** What a key begins with when it is added by hand: its default, where a call can carry it, else a sample. */
export function sampleValue(node: SchemaNode): Json {
  return sample(node, 1);
}

/** True for a default that is known and has a form in every protocol: REST sends neither null nor an empty list. */
function isSendable(value: Json): boolean {
  if (value === null || isDynamic(value)) return false;
  if (typeof value !== 'object') return true;
  const parts = Object.values(value);
  return parts.length > 0 && parts.every(isSendable);
}

function sample(node: SchemaNode, depth: number): Json {
  if (isSendable(node.default) && !isRefused(node))
    return node.kind === 'value' && node.type === 'bool' ? asBool(node.default) : node.default;
  if (node.kind === 'value') return Object.hasOwn(samples, node.type) ? (samples[node.type] ?? '') : '';
  if (node.kind === 'multiple') return depth >= maxDepth ? [] : [sample(node.content, depth + 1)];
  if (depth >= maxDepth) return {};
  const required = node.keys.filter(
    ([, { required }]) => required !== 'VALUE_OPTIONAL' && required !== 'VALUE_DEFAULT',
  );
  // REST cannot send an empty structure, so one that must be there shows its first key even if that is optional.
  const shown = required.length === 0 && depth > 0 ? node.keys.slice(0, 1) : required;
  const entries = shown.map(([name, child]) => [name, sample(child, depth + 1)]);
  // Unlike an assignment, fromEntries makes `__proto__` an ordinary key.
  return Object.fromEntries(entries) as Record<string, Json>;
}

/** A default that its own type does not take, such as '' of PARAM_INT. */
function isRefused(node: SchemaNode): boolean {
  const { default: byDefault } = node;
  if (node.kind !== 'value' || byDefault === null || typeof byDefault === 'object') return false;
  return checkParam(byDefault, node.type).kind === 'refused';
}

/** PHP code writes 0 and 1 as readily as false and true. */
function asBool(value: Json): Json {
  return value === 1 || value === '1' ? true : value === 0 || value === '0' ? false : value;
}
