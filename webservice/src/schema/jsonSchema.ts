import { codeSpan, escapeMarkdown } from './markdown.ts';
import type { Json, SchemaNode } from './node.ts';
import { isDynamic } from './node.ts';
import { paramTypes } from './paramTypes.ts';
import { sampleValue } from './sample.ts';
import { typeText } from './typeText.ts';

/** The properties of JSON Schema (draft 7) and of VS Code's additions to it that are used here. */
export interface JsonSchema {
  type?: string | string[];
  enum?: Json[];
  pattern?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: false;
  items?: JsonSchema;
  markdownDescription?: string;
  defaultSnippets?: { label: string; body: Json }[];
}

/** Moodle's schemas nest a handful of levels; this only stops schemas built to do harm. */
const maxDepth = 32;

/**
 * The arguments of a function as a JSON Schema, for an editor that completes and explains them. It knows less than
 * Moodle's own check: which values a PARAM type refuses is said by the panel.
 */
export function argumentsSchema(parameters: SchemaNode | null): JsonSchema {
  return parameters === null ? { type: 'object' } : schemaOf(parameters, 0);
}

function schemaOf(node: SchemaNode, depth: number): JsonSchema {
  const common = { markdownDescription: explanation(node), defaultSnippets: [snippet(node)] };
  if (depth >= maxDepth) return common;
  switch (node.kind) {
    case 'value':
      return { ...common, ...scalar(node.type) };
    case 'multiple':
      return { ...common, type: 'array', items: schemaOf(node.content, depth + 1) };
    case 'single':
      return {
        ...common,
        type: 'object',
        properties: Object.fromEntries(node.keys.map(([name, child]) => [name, schemaOf(child, depth + 1)])),
        required: node.keys.flatMap(([name, { required }]) => (required === 'VALUE_REQUIRED' ? [name] : [])),
        additionalProperties: false,
      };
  }
}

/** REST sends every scalar as text, so a text is right wherever its content is. */
function scalar(type: string): JsonSchema {
  switch (type) {
    case 'int':
      return { type: ['integer', 'string'], pattern: '^(0|-?[1-9][0-9]*)$' };
    case 'float':
      return { type: ['number', 'string'] };
    case 'bool':
      return { enum: [true, false, 1, 0, '1', '0'] };
    default:
      return { type: ['string', 'number', 'boolean'] };
  }
}

function snippet(node: SchemaNode): { label: string; body: Json } {
  return { label: typeText(node), body: sampleValue(node) };
}

/** Type, description, what the type accepts, and the default. Texts come from source and are escaped. */
function explanation(node: SchemaNode): string {
  const desc = typeof node.desc === 'string' ? escapeMarkdown(node.desc) : '';
  const accepts = node.kind === 'value' ? paramTypes.find(({ value }) => value === node.type)?.accepts : undefined;
  const fallback =
    node.required === 'VALUE_DEFAULT'
      ? `Default: ${codeSpan(isDynamic(node.default) ? node.default.dynamic : JSON.stringify(node.default))}`
      : node.required === 'VALUE_OPTIONAL'
        ? 'Optional.'
        : '';
  return [codeSpan(typeText(node)), desc, accepts ?? '', fallback].filter((part) => part !== '').join('\n\n');
}
