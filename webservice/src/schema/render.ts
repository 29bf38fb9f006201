import type { Json, SchemaNode } from './node.ts';
import { isDynamic } from './node.ts';
import { codeSpan, escapeMarkdown, oneLine } from './markdown.ts';
import { paramTypeByValue } from './paramTypes.ts';
import { schemaRows } from './rows.ts';
import type { SchemaRow } from './rows.ts';
import { shortType, typeText } from './typeText.ts';

export interface RenderLimits {
  /** Levels of nesting that are shown; deeper parts show their type in words. */
  maxDepth: number;
  /** Rows of one table; what is left out is counted. */
  maxRows: number;
}

const defaultLimits: RenderLimits = { maxDepth: 4, maxRows: 60 };
/** Rows beyond the table are counted up to here. */
const maxCounted = 1000;
const maxSignatureParameters = 12;

/**
 * `core_course_get_contents(courseid: int, options?: list)`: plain text in one line, not escaped for Markdown.
 * A `?` marks what may be left out.
 */
export function renderSignature(fn: { name: string; parameters: SchemaNode | null }): string {
  const keys = fn.parameters?.kind === 'single' ? fn.parameters.keys : [];
  const shown = keys
    .slice(0, maxSignatureParameters)
    .map(([name, node]) => `${name}${node.required === 'VALUE_REQUIRED' ? '' : '?'}: ${shortType(node)}`);
  if (keys.length > shown.length) shown.push('…');
  return oneLine(`${fn.name}(${shown.join(', ')})`, 2000);
}

/** The parameters as a Markdown table, or a sentence where there are none or none that are known. */
export function renderParameters(node: SchemaNode | null, limits: RenderLimits = defaultLimits): string {
  if (node === null) return 'The parameters are not known.';
  const note = node.complete ? '' : 'Parts of the parameters cannot be known from source.\n\n';
  if (node.kind === 'single' && node.keys.length === 0) return `${note}No parameters.`;
  return note + table(node, 'Parameter', limits);
}

/** One key in full: its type, whether it must be sent, its description, and the keys below it. */
export function renderKey(name: string, node: SchemaNode, limits: RenderLimits = defaultLimits): string {
  const head = `${codeSpan(name)} · ${typeCell(node)} · ${presence(node)}`;
  return [head, renderDescription(node), table(node, 'Key', limits)].filter((part) => part !== '').join('\n\n');
}

/** The type of a key and whether it must be sent: plain text in one line. */
export function renderSummary(node: SchemaNode): string {
  return oneLine(`${typeText(node)} · ${presence(node, (text) => text)}`, 200);
}

/** What the description of a node says, and which values its type takes; empty where there is neither. */
export function renderDescription(node: SchemaNode): string {
  const accepts = node.kind === 'value' ? paramTypeByValue(node.type)?.accepts : undefined;
  return [describe(node), accepts === undefined ? '' : escapeMarkdown(accepts)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What a function returns, as a Markdown table under a line with its type; null means that it returns nothing. */
export function renderReturns(node: SchemaNode | null, limits: RenderLimits = defaultLimits): string {
  if (node === null) return 'Returns nothing.';
  const note = node.complete ? '' : 'Parts of the return value cannot be known from source.\n\n';
  const description = describe(node);
  const head = `Returns ${typeCell(node)}${description === '' ? '' : ` – ${description}`}`;
  const rows = table(node, 'Key', limits);
  return note + (rows === '' ? head : `${head}\n\n${rows}`);
}

function table(node: SchemaNode, heading: string, { maxDepth, maxRows }: RenderLimits): string {
  const lines: string[] = [];
  let left = 0;
  for (const row of schemaRows(node, maxDepth)) {
    if (lines.length < maxRows) lines.push(tableRow(row));
    else if (++left >= maxCounted) break;
  }
  if (lines.length === 0) return '';
  const more = left === 0 ? '' : `\n\n… and ${left >= maxCounted ? `more than ${maxCounted}` : left} more.`;
  return `| ${heading} | Type | | Description |\n|---|---|---|---|\n${lines.join('\n')}${more}`;
}

function tableRow({ name, node, depth, cut }: SchemaRow): string {
  const indent = depth === 0 ? '' : `${'&nbsp;&nbsp;'.repeat(depth)}↳ `;
  const type = cut ? escapeMarkdown(typeText(node)) : typeCell(node);
  return `| ${indent}${codeSpan(name)} | ${type} | ${presence(node)} | ${describe(node)} |`;
}

/** Structures are told by the rows below them, so one word is enough; lists say what they hold. */
function typeCell(node: SchemaNode): string {
  let lists = '';
  let inner = node;
  for (let depth = 0; inner.kind === 'multiple'; depth++, inner = inner.content) {
    if (depth < 3) lists += 'list of ';
  }
  const plural = lists !== '' && inner.kind === 'single' ? 'objects' : shortType(inner);
  const type = lists + (inner.kind === 'value' ? codeSpan(inner.type) : plural);
  return node.kind !== 'value' && node.allownull ? `${type} or null` : type;
}

function presence({ required, default: value }: SchemaNode, show = codeSpan): string {
  switch (required) {
    case 'VALUE_REQUIRED':
      return 'required';
    case 'VALUE_OPTIONAL':
      return 'optional';
    case 'VALUE_DEFAULT':
      return `default ${show(defaultText(value))}`;
    default:
      return `invalid: ${show(defaultText(required.invalid))}`;
  }
}

function defaultText(value: Json): string {
  const text = isDynamic(value) ? value.dynamic : JSON.stringify(value);
  return oneLine(text, 60);
}

/** The description of a node; a list without one shows that of what it holds. */
function describe(node: SchemaNode): string {
  let inner = node;
  while (inner.kind === 'multiple' && !hasText(inner.desc)) inner = inner.content;
  return hasText(inner.desc) ? escapeMarkdown(inner.desc) : '';
}

function hasText(desc: Json): desc is string {
  return typeof desc === 'string' && desc.trim() !== '';
}
