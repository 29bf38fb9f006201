import type { SchemaNode } from './node.ts';

/** One named part of a schema, in the order in which a table shows it. */
export interface SchemaRow {
  name: string;
  node: SchemaNode;
  /** 0 for the keys of the outermost structure. */
  depth: number;
  /** True where the part has parts of its own that are too deep to be shown. */
  cut: boolean;
}

/** The structure whose keys belong to a node: itself, or what the lists around it hold; null for scalars. */
function structureOf(node: SchemaNode): (SchemaNode & { kind: 'single' }) | null {
  let inner = node;
  while (inner.kind === 'multiple') inner = inner.content;
  return inner.kind === 'single' ? inner : null;
}

/** The keys of a schema and of what is nested in it, down to `maxDepth` levels. Lists show what they hold. */
export function* schemaRows(node: SchemaNode, maxDepth: number, depth = 0): Generator<SchemaRow> {
  const structure = structureOf(node);
  if (structure === null) return;
  for (const [name, child] of structure.keys) {
    const nested = (structureOf(child)?.keys.length ?? 0) > 0;
    const cut = nested && depth + 1 >= maxDepth;
    yield { name, node: child, depth, cut };
    if (nested && !cut) yield* schemaRows(child, maxDepth, depth + 1);
  }
}
