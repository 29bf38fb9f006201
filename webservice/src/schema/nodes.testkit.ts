import type { Json, MultipleNode, Required, SchemaNode, SingleNode, ValueNode } from './node.ts';

interface Tail {
  desc?: Json;
  required?: Required;
  default?: Json;
  allownull?: boolean;
  complete?: boolean;
}

const tail = { desc: '', required: 'VALUE_REQUIRED', default: null, complete: true } as const;

export function value(type: string, more: Tail = {}): ValueNode {
  return { kind: 'value', type, ...tail, allownull: true, ...more };
}

export function single(keys: Record<string, SchemaNode>, more: Tail = {}): SingleNode {
  return { kind: 'single', keys: Object.entries(keys), ...tail, allownull: false, ...more };
}

export function multiple(content: SchemaNode, more: Tail = {}): MultipleNode {
  return { kind: 'multiple', content, ...tail, allownull: false, ...more };
}
