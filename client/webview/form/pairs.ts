import type { SchemaNode, SingleNode } from '../../../webservice/src/schema/node.ts';

/** A key of a structure, and the key that says which format its text has. */
export interface Entry {
  key: string;
  node: SchemaNode;
  format: { key: string; node: SchemaNode } | null;
}

/**
 * The keys of a structure with text and format together: Moodle calls the format of `description` `descriptionformat`
 * (external_format_value in lib/external/classes), and that of `text` also `format`.
 */
export function entriesOf({ keys }: SingleNode): Entry[] {
  const names = new Map(keys);
  const formatOf = (key: string, node: SchemaNode): string | null => {
    if (node.kind !== 'value' || node.type === 'int') return null;
    const candidates = key === 'text' ? ['textformat', 'format'] : [`${key}format`];
    return candidates.find((name) => isFormat(names.get(name))) ?? null;
  };
  const formats = new Set(keys.map(([key, node]) => formatOf(key, node)));
  return keys
    .filter(([key]) => !formats.has(key))
    .map(([key, node]) => {
      const name = formatOf(key, node);
      const format = name === null ? undefined : names.get(name);
      return { key, node, format: name === null || !format ? null : { key: name, node: format } };
    });
}

function isFormat(node: SchemaNode | undefined): boolean {
  return node?.kind === 'value' && node.type === 'int';
}
