import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import type { CallArgument } from '../../callers/callArgument.ts';
import { callArgumentAt } from '../../callers/callArguments.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { FeatureDocument } from './document.ts';
import { phpCodeAt } from './phpCalls.ts';

/** A place in the arguments of a call, with what the function describes there. */
export interface DescribedArgument {
  readonly place: CallArgument;
  readonly fn: FunctionDeclaration;
  /** The keys from the arguments down to what holds the place; undefined for an element of a list. */
  readonly path: readonly (string | undefined)[];
  /** The arguments, or what in them holds the place. */
  readonly around: SchemaNode;
}

/** Undefined where no arguments are, or nothing is known of them. */
export function describedArgumentAt(
  index: IndexSnapshot,
  document: FeatureDocument,
  offset: number,
): DescribedArgument | undefined {
  const place = callArgumentAt(document, offset, phpCodeAt(index, document, offset));
  const fn = place && index.functions.get(place.name);
  const parameters = fn ? index.describe(fn).parameters : null;
  if (!place || !fn || parameters?.kind !== 'single') return undefined;
  const path = place.path.map((step) => (typeof step === 'number' ? parameters.keys[step]?.[0] : step));
  const around = nodeBelow(parameters, path);
  return around && { place, fn, path, around };
}

/** The keys of a place below what holds it: of a form field those in its brackets. */
export const keysOf = ({ key, style }: CallArgument): readonly string[] =>
  style.isFlat ? (key.match(/[^\][]+/g) ?? []) : [key];

/** What is described below a node; every key of a list leads to what the list holds. */
export function nodeBelow(node: SchemaNode | undefined, path: readonly (string | undefined)[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((found, key) => {
    if (found?.kind === 'multiple') return found.content;
    return found?.kind === 'single' ? found.keys.find(([name]) => name === key)?.[1] : undefined;
  }, node);
}

/** A key that can be written, with what it stands for. */
export type NamedNode = readonly [name: string, node: SchemaNode];

/** The keys that a place does not have yet, in the order of the schema. */
export function missingKeys({ place: { present, style }, around }: DescribedArgument): readonly NamedNode[] {
  if (around.kind !== 'single') return [];
  const all = style.isFlat ? around.keys.flatMap(([name, node]) => fieldsOf(name, node, present)) : around.keys;
  return all.filter(([name]) => !present.has(name));
}

/**
 * The form fields that a node is sent as: `ids[0]`, `options[0][name]`. Of a list, those of the last element that is
 * there, and once it is begun those of the next.
 */
function fieldsOf(field: string, node: SchemaNode, present: ReadonlySet<string>): readonly NamedNode[] {
  switch (node.kind) {
    case 'value':
      return [[field, node]];
    case 'single':
      return node.keys.flatMap(([key, child]) => fieldsOf(`${field}[${key}]`, child, present));
    case 'multiple': {
      const written = [...present].flatMap((name) => {
        const index = name.startsWith(`${field}[`) ? /^\d+(?=\])/.exec(name.slice(field.length + 1))?.[0] : undefined;
        return index === undefined ? [] : [Number(index)];
      });
      const last = Math.max(0, ...written);
      const indexes = written.length === 0 ? [last] : [last, last + 1];
      return indexes.flatMap((at) => fieldsOf(`${field}[${at}]`, node.content, present));
    }
  }
}
