/**
 * The description of a web-service value, as Moodle's `external_value`, `external_single_structure` and
 * `external_multiple_structure` hold it (lib/external/classes/external_*.php).
 */

/** A value that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One of Moodle's three constants, or what a faulty plugin passed in their place. */
export type Required = 'VALUE_REQUIRED' | 'VALUE_OPTIONAL' | 'VALUE_DEFAULT' | { invalid: Json };

interface NodeBase {
  /** Human text; a number or null where a plugin shifted its arguments. */
  desc: Json;
  required: Required;
  /**
   * Null when absent; kept also where `required` is not VALUE_DEFAULT. Where only a running site knows it, its PHP
   * source: `{"dynamic": "time()"}`.
   */
  default: Json;
  allownull: boolean;
  /** False when something unknown reached a key, a kind, a type or `required` of this node or below it. */
  complete: boolean;
}

export interface ValueNode extends NodeBase {
  kind: 'value';
  /** The value of a PARAM constant: `int` for PARAM_INT, `alphanumext` for PARAM_ALPHANUMEXT. */
  type: string;
}

export interface SingleNode extends NodeBase {
  kind: 'single';
  /** In declaration order, which matters: Moodle calls by position. */
  keys: [name: string, node: SchemaNode][];
}

export interface MultipleNode extends NodeBase {
  kind: 'multiple';
  content: SchemaNode;
}

export type SchemaNode = ValueNode | SingleNode | MultipleNode;

/** True for the `{"dynamic": source}` stand-in of a default that only a running site knows. */
export function isDynamic(value: Json): value is { dynamic: string } {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && typeof value['dynamic'] === 'string';
}
