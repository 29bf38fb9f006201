import type { Json, SchemaNode } from '../schema/node.ts';
import { phpText } from '../schema/phpScalar.ts';
import type { DebugLevel, MockException } from './failure.ts';

/** `json_encode` of PHP: slashes and everything beyond ASCII are escaped. */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function jsonError(error: MockException, debug: DebugLevel): string {
  const { exceptionClass, errorcode, message, debuginfo } = error;
  const shown = debug !== 'none' && debuginfo !== null ? { debuginfo } : {};
  return phpJson({ exception: exceptionClass, errorcode, message, ...shown });
}

export function xmlError(error: MockException, debug: DebugLevel): string {
  const { exceptionClass, errorcode, message, debuginfo } = error;
  const shown = debug !== 'none' && debuginfo !== null ? `<DEBUGINFO>${escape(debuginfo)}</DEBUGINFO>\n` : '';
  return (
    `${declaration}<EXCEPTION class="${exceptionClass}">\n<ERRORCODE>${escape(errorcode)}</ERRORCODE>\n` +
    `<MESSAGE>${escape(message)}</MESSAGE>\n${shown}</EXCEPTION>\n`
  );
}

/**
 * A value in Moodle's XML (`xmlize_result` in webservice/rest/locallib.php), which goes along the schema: booleans are 1
 * and 0, and optional keys that are absent stand there as null.
 */
export function xmlValue(returns: SchemaNode | null, value: Json): string {
  return `${declaration}<RESPONSE>\n${returns === null ? '' : element(returns, value, 0)}</RESPONSE>\n`;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" ?>\n';
/** As many levels as an answer of the mock site can have. */
const maxDepth = 64;

function element(node: SchemaNode, value: Json, depth: number): string {
  if (depth > maxDepth) return '';
  if (node.kind === 'value') {
    if (value === null || typeof value === 'object') return '<VALUE null="null"/>\n';
    return `<VALUE>${escape(typeof value === 'boolean' ? (value ? '1' : '0') : phpText(value))}</VALUE>\n`;
  }
  const isStructure = value !== null && typeof value === 'object';
  if (node.kind === 'multiple') {
    const children = isStructure ? Object.values(value).map((child) => element(node.content, child, depth + 1)) : [];
    return `<MULTIPLE>\n${children.join('')}</MULTIPLE>\n`;
  }
  const keys = node.keys.map(([name, child]) => {
    const inner = isStructure && Object.hasOwn(value, name) ? ((value as Record<string, Json>)[name] ?? null) : null;
    return `<KEY name="${name}">${element(child, inner, depth + 1)}</KEY>\n`;
  });
  return `<SINGLE>\n${keys.join('')}</SINGLE>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => entities[char] ?? char);
}

/** An error before or instead of an answer, as AJAX scripts and login/token.php tell it (`default_exception_handler`). */
export function fatalError(error: MockException, { debug, wwwroot }: { debug: DebugLevel; wwwroot: string }): string {
  const { message, errorcode, debuginfo } = error;
  const isTold = debug === 'developer';
  return phpJson({
    error: message,
    errorcode,
    stacktrace: isTold ? '' : null,
    debuginfo: isTold ? `${debuginfo ?? ''}\nError code: ${errorcode}` : null,
    reproductionlink: isTold ? `${wwwroot}/` : null,
  });
}
