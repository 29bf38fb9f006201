import type { SchemaNode } from './node.ts';

const maxKeys = 4;
const maxNesting = 3;

/** `int`, `list` or `object`: the type in one word, for a signature. */
export function shortType(node: SchemaNode): string {
  return node.kind === 'value' ? node.type : node.kind === 'multiple' ? 'list' : 'object';
}

/**
 * The type of a node in a few words: `int`, `list of int`, `list of {name, value}`, `{id, name, …}`.
 * Plain text, not escaped for Markdown.
 */
export function typeText(node: SchemaNode, nesting = 0): string {
  switch (node.kind) {
    case 'value':
      return node.type;
    case 'multiple':
      return nesting >= maxNesting ? 'list' : `list of ${typeText(node.content, nesting + 1)}`;
    case 'single': {
      const names = node.keys.slice(0, maxKeys).map(([name]) => name);
      return `{${[...names, ...(node.keys.length > maxKeys ? ['…'] : [])].join(', ')}}`;
    }
  }
}
