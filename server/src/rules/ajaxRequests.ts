/** Requests of core/ajax with the arguments that they write out, from tokens. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CallSite } from '../callers/callSite.ts';
import { sourceOf } from '../callers/callSites.ts';
import { J } from '../callers/javascript.ts';
import type { JsTokens } from '../callers/javascript.ts';
import type { Span } from '../php/cursor.ts';
import { ajaxCalls } from './places.ts';
import type { RuleContext } from './rule.ts';

/** What a value in JavaScript says by itself. */
export type JsValue =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  | { readonly kind: 'null' | 'array' | 'object' | 'other' };

interface Property {
  readonly name: string;
  /** Without quotes. */
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly value: JsValue;
  /** Index of the token that the value begins with. */
  readonly first: number;
}

/** An object literal. */
interface JsObject extends Span {
  readonly properties: readonly Property[];
  /** False where something is spread or computed, or a bracket is missing. */
  readonly isWhole: boolean;
}

/** The call that a request is passed to. */
export interface AjaxCall {
  readonly tokens: JsTokens;
  /** Index of the `(`, and of the identifier that the expression begins with. */
  readonly open: number;
  readonly first: number;
  /** Requests in the list that is passed; undefined where it is no literal list. */
  readonly count: number | undefined;
}

export interface AjaxRequest {
  readonly site: CallSite;
  /** The object that has the `methodname`; undefined for `request.methodname = …`. */
  readonly object: JsObject | undefined;
  /** Its `args`, where they are written out. */
  readonly args: JsObject | undefined;
  /** Whether the object can be shown to have no `args`. */
  readonly lacksArgs: boolean;
  readonly call: AjaxCall | undefined;
}

/** Key: the document; valid for its version; gone with the document. */
const memory = new WeakMap<TextDocument, { version: number; requests: readonly AjaxRequest[] }>();

export function ajaxRequests(context: RuleContext): readonly AjaxRequest[] {
  const { text: document } = context.document;
  const known = memory.get(document);
  if (known?.version === document.version) return known.requests;
  const sites = ajaxCalls(context);
  const scripts = sites.length === 0 ? [] : sourceOf(context.document).scripts;
  const requests = sites.flatMap((site): AjaxRequest[] => {
    const tokens = scripts.find(({ span }) => span.start <= site.span.start && site.span.end <= span.end);
    return tokens ? [requestAt(tokens, site)] : [];
  });
  memory.set(document, { version: document.version, requests });
  return requests;
}

const word = ({ text, start, end }: JsTokens, i: number): string => text.slice(start[i], end[i]);

function requestAt(tokens: JsTokens, site: CallSite): AjaxRequest {
  const at = tokens.start.findIndex((start, i) => start <= site.span.start && site.span.end <= (tokens.end[i] ?? 0));
  let brace = at;
  // In brackets of a condition, or directly.
  do brace = tokens.parent[brace] ?? -1;
  while (brace >= 0 && tokens.kind[brace] === 40);
  const object = brace >= 0 && tokens.kind[brace] === 123 ? objectAt(tokens, brace) : undefined;
  const isRequest = object?.properties.some(({ name }) => name === 'methodname') === true;
  if (!object || !isRequest) return { site, object: undefined, args: undefined, lacksArgs: false, call: undefined };
  const args = object.properties.find(({ name }) => name === 'args');
  return {
    site,
    object,
    args: args && tokens.kind[args.first] === 123 ? objectAt(tokens, args.first) : undefined,
    lacksArgs: object.isWhole && !args && !isCompletedLater(tokens, brace),
    call: callAround(tokens, brace),
  };
}

/** `const request = {…}` whose `args` may be set by a later statement. */
const isCompletedLater = ({ kind, text }: JsTokens, brace: number): boolean =>
  kind[brace - 1] === 61 && /\.args\b|\[['"]args/.test(text);

function callAround(tokens: JsTokens, brace: number): AjaxCall | undefined {
  const { kind, parent, partner } = tokens;
  const list = parent[brace] ?? -1;
  const open = kind[list] === 91 ? (parent[list] ?? -1) : list;
  if (open < 1 || kind[open] !== 40 || !/^(call|fetchMany)$/.test(word(tokens, open - 1))) return undefined;
  let first = open - 1;
  while (kind[first - 1] === 46 && kind[first - 2] === J.Identifier) first -= 2;
  let count: number | undefined;
  if (kind[list] === 91 && (partner[list] ?? -1) > 0) {
    count = 1;
    for (let i = list + 1; i < (partner[list] ?? 0) - 1; i += 1) if (parent[i] === list && kind[i] === 44) count += 1;
  }
  return { tokens, open, first, count };
}

/** The object literal that opens at token `open`. */
function objectAt(tokens: JsTokens, open: number): JsObject {
  const { kind, start, end, parent, partner } = tokens;
  const close = partner[open] ?? -1;
  const properties: Property[] = [];
  let isWhole = close >= 0;
  for (let i = open + 1; i < close;) {
    let last = i;
    while (last < close && !(kind[last] === 44 && parent[last] === open)) last += 1;
    const isKey = kind[i] === J.Identifier || kind[i] === J.String;
    const isShorthand = kind[i] === J.Identifier && last === i + 1;
    if (isKey && (kind[i + 1] === 58 || isShorthand)) {
      const quotes = kind[i] === J.String ? 1 : 0;
      const keySpan = { start: (start[i] ?? 0) + quotes, end: (end[i] ?? 0) - quotes };
      const first = isShorthand ? i : i + 2;
      properties.push({
        name: tokens.text.slice(keySpan.start, keySpan.end),
        keySpan,
        valueSpan: { start: start[first] ?? 0, end: end[last - 1] ?? 0 },
        value: isShorthand ? { kind: 'other' } : valueOf(tokens, first, last),
        first,
      });
    } else isWhole = false;
    i = last + 1;
  }
  return { start: start[open] ?? 0, end: end[close] ?? tokens.text.length, properties, isWhole };
}

function valueOf(tokens: JsTokens, first: number, last: number): JsValue {
  const { kind, partner } = tokens;
  const text = word(tokens, first);
  if (kind[first] === 123 && partner[first] === last - 1) return { kind: 'object' };
  if (kind[first] === 91 && partner[first] === last - 1) return { kind: 'array' };
  if (last !== first + 1) return { kind: 'other' };
  if (kind[first] === J.String && !text.includes('\\')) return { kind: 'scalar', value: text.slice(1, -1) };
  if (kind[first] === J.Number && /^\d+(\.\d+)?$/.test(text)) return { kind: 'scalar', value: Number(text) };
  if (text === 'true' || text === 'false') return { kind: 'scalar', value: text === 'true' };
  return { kind: text === 'null' ? 'null' : 'other' };
}
