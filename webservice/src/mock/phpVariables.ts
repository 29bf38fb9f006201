import { utf8Text } from '../wire/globals.ts';
import type { Json } from '../schema/node.ts';

/** Variables as PHP reads them from a query or form: texts, and arrays with their keys. */
export type Variables = Map<string, Variable>;
export type Variable = string | Variables;

/** PHP's defaults of `max_input_vars` and `max_input_nesting_level`; what is beyond is dropped without a word. */
const maxVariables = 1000;
const maxNesting = 64;

/**
 * Reads `a=1&b[x][]=2` as PHP does (main/php_variables.c): spaces and dots of a name become underscores, a later value
 * replaces an earlier one, `[]` appends, what follows the last bracket is ignored.
 *
 * @param bytes one character per byte, URL-encoded
 */
export function parseQuery(bytes: string): Variables {
  const pairs = bytes.split('&', maxVariables * 10).filter((pair) => pair !== '');
  return register(
    pairs.map((pair) => {
      const equals = pair.indexOf('=');
      const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
      return [urlDecode(name), urlDecode(value)];
    }),
  );
}

/** Reads the fields of a multipart/form-data body; files are left out, as PHP keeps them apart. */
export function parseMultipart(bytes: string, boundary: string): Variables {
  const parts = bytes.split(`--${boundary}`).slice(1, maxVariables * 10);
  return register(
    parts.flatMap((part): [string, string][] => {
      const head = part.indexOf('\r\n\r\n');
      const headers = part.slice(0, Math.max(head, 0));
      const name = /\bname="([^"]*)"/i.exec(headers)?.[1];
      if (name === undefined || /\bfilename=/i.test(headers)) return [];
      return [[utf8Text(name), utf8Text(part.slice(head + 4).replace(/\r\n$/, ''))]];
    }),
  );
}

/** What a function gets: arrays whose keys are 0, 1, 2, … as lists, others as objects. */
export function variableToJson(variable: Variable): Json {
  if (typeof variable === 'string') return variable;
  const isList = [...variable.keys()].every((key, index) => key === String(index));
  const entries = [...variable].map(([key, child]) => [key, variableToJson(child)] as const);
  return isList && entries.length > 0 ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

function register(pairs: [name: string, value: string][]): Variables {
  const variables: Variables = new Map();
  for (const [name, value] of pairs.slice(0, maxVariables)) registerOne(variables, name, value);
  return variables;
}

function registerOne(variables: Variables, rawName: string, value: string): void {
  const name = rawName.replace(/\0.*$/s, '').replace(/^ +/, '');
  const { first, keys } = splitName(name);
  if (first === '' || keys.length > maxNesting) return;
  let array = variables;
  let key = first;
  for (const next of keys) {
    const found = array.get(key);
    const inner: Variables = found instanceof Map ? found : new Map<string, Variable>();
    array.set(key, inner);
    array = inner;
    key = next ?? nextIndex(array);
  }
  array.set(key, value);
}

/** `a[b][]` is a, then b, then null (append). */
function splitName(name: string): { first: string; keys: (string | null)[] } {
  const open = name.indexOf('[');
  if (open < 0) return { first: plain(name), keys: [] };
  const keys: (string | null)[] = [];
  let at = open;
  while (name[at] === '[') {
    const close = name.indexOf(']', at + 1);
    if (close < 0) break;
    const key = name.slice(at + 1, close);
    keys.push(/^\s?$/.test(key) ? null : key);
    at = close + 1;
  }
  // A bracket that nothing closes is no bracket, but for one at the beginning, which leaves no name.
  if (keys.length === 0 && open > 0) return { first: plain(name), keys };
  return { first: plain(name.slice(0, open)), keys };
}

const plain = (name: string): string => name.replace(/[ .[]/g, '_');

function nextIndex(array: Variables): string {
  let next = 0;
  for (const key of array.keys()) if (/^(0|-?[1-9]\d{0,15})$/.test(key)) next = Math.max(next, Number(key) + 1);
  return String(next);
}

function urlDecode(bytes: string): string {
  const decoded = bytes
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return utf8Text(decoded);
}
