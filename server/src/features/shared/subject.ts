import { callAt } from '../../callers/callSites.ts';
import type { SchemaNode } from '../../../../webservice/src/schema/node.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import { literalText } from '../../php/cursor.ts';
import type { Cursor, Span } from '../../php/cursor.ts';
import type { ClassIsland, MemberIsland } from '../../php/islands.ts';
import { T } from '../../php/lexer.ts';
import { isServicesFile, placeOf } from './declarationPlace.ts';
import type { ListName } from './declarationPlace.ts';
import { describedArgumentAt, keysOf, nodeBelow } from './argument.ts';
import type { FeatureDocument } from './document.ts';
import { cursorOf, phpSource, pointedToken } from './tokens.ts';

/** What a position of a document is about. */
export type Subject = { readonly span: Span } & (
  | { readonly kind: 'function'; readonly name: string; readonly isDeclaration: boolean }
  /** The `classname` or `methodname` of the entry of a function. */
  | { readonly kind: 'class' | 'method'; readonly name: string }
  /** A method of a class: the external function itself, or one of the methods that describe it. */
  | {
      readonly kind: 'implementation';
      readonly cls: ClassIsland;
      readonly member: MemberIsland;
      readonly method: string;
    }
  | { readonly kind: 'key'; readonly list: ListName; readonly key: string }
  | { readonly kind: 'service'; readonly shortname: string }
  | { readonly kind: 'capability'; readonly name: string }
  | { readonly kind: 'constant'; readonly name: string }
  /** A key in the arguments of a call. */
  | {
      readonly kind: 'argument';
      readonly fn: FunctionDeclaration;
      /** Of the keys that lead to it, those that the schema names; with its own. */
      readonly keys: readonly string[];
      readonly key: string;
      readonly node: SchemaNode;
    }
);

/** No name of a function is longer: the column of Moodle's database. */
const maxName = 200;

/** What is under a pointer; undefined where it is nothing of web services. */
export function subjectAt(index: IndexSnapshot, document: FeatureDocument, offset: number): Subject | undefined {
  const file = phpSource(index, document);
  const found = file && subjectInPhp(file, document, offset);
  if (found) return found.span.start <= offset && offset <= found.span.end ? found : undefined;
  const called = callAt(document, offset);
  const argument = called ? undefined : argumentAt(index, document, offset);
  if (argument) return argument;
  const site = called ?? literalAt(index, document, offset);
  return site && site.name !== ''
    ? { kind: 'function', name: site.name, isDeclaration: false, span: site.span }
    : undefined;
}

function subjectInPhp(file: SourceFile, document: FeatureDocument, offset: number): Subject | undefined {
  const c = cursorOf(file);
  const token = pointedToken(c, offset);
  if (token === undefined) return undefined;
  const inEntry = isServicesFile(document.path) ? subjectInEntry(c, token, offset) : undefined;
  if (inEntry) return inEntry;
  if (c.kind(token) !== T.Name) return undefined;
  const constant = /^\\?((?:PARAM|VALUE|NULL)_[A-Z0-9_]+)$/.exec(c.text(token))?.[1];
  if (constant !== undefined) return { kind: 'constant', name: constant, span: c.span(token) };
  return implementationAt(file, c.span(token));
}

function subjectInEntry(c: Cursor, token: number, offset: number): Subject | undefined {
  const place = placeOf(c, token, offset);
  if (!place) return undefined;
  const text = c.kind(token) === T.String ? literalText(c.text(token)) : undefined;
  const { slot: span, list } = place;
  switch (place.kind) {
    case 'name':
      return list === 'functions' && text !== undefined
        ? { kind: 'function', name: text, isDeclaration: true, span }
        : undefined;
    case 'key':
      return text === undefined ? undefined : { kind: 'key', list, key: text, span };
    case 'item':
      if (list === 'services' && place.key === 'functions' && text !== undefined)
        return { kind: 'function', name: text, isDeclaration: false, span };
      return list === 'functions' && place.key === 'services' ? service(text ?? c.text(token), span) : undefined;
    case 'value':
      return valueSubject(place.key, place.entry, text, { c, token, list, span, offset });
  }
}

function valueSubject(
  key: string,
  entry: string | undefined,
  text: string | undefined,
  { c, token, list, span, offset }: { c: Cursor; token: number; list: ListName; span: Span; offset: number },
): Subject | undefined {
  if (list === 'services') {
    if (text === undefined) return undefined;
    if (key === 'shortname') return service(text, span);
    return key === 'requiredcapability' ? { kind: 'capability', name: text, span } : undefined;
  }
  if (list !== 'functions') return undefined;
  if (key === 'classname' || key === 'methodname')
    return entry === undefined ? undefined : { kind: key === 'classname' ? 'class' : 'method', name: entry, span };
  if (key !== 'capabilities' || text === undefined) return undefined;
  const source = c.tokens.text;
  const isPart = (at: number) => /[^\s,'"]/.test(source[at] ?? ',');
  let start = Math.min(Math.max(offset, c.start(token) + 1), c.end(token) - 1);
  let end = start;
  while (start > span.start && isPart(start - 1)) start -= 1;
  while (end < span.end && isPart(end)) end += 1;
  return end > start ? { kind: 'capability', name: source.slice(start, end), span: { start, end } } : undefined;
}

const service = (written: string, span: Span): Subject => ({
  kind: 'service',
  shortname: written === 'MOODLE_OFFICIAL_MOBILE_SERVICE' ? 'moodle_mobile_app' : written,
  span,
});

function implementationAt(file: SourceFile, { start }: Span): Subject | undefined {
  for (const cls of file.islands.classes)
    for (const member of cls.members)
      if (member.kind === 'method' && member.nameSpan.start === start) {
        const method = member.name.replace(/_(?:parameters|returns|is_deprecated)$/i, '');
        return { kind: 'implementation', cls, member, method, span: member.nameSpan };
      }
  return undefined;
}

function argumentAt(index: IndexSnapshot, document: FeatureDocument, offset: number): Subject | undefined {
  const argument = describedArgumentAt(index, document, offset);
  if (argument?.place.part !== 'key') return undefined;
  const { place, fn, path, around } = argument;
  const below = keysOf(place);
  const node = nodeBelow(around, below);
  const keys = [...path, ...below].filter((key) => key !== undefined && !/^\d+$/.test(key)) as string[];
  return node && { kind: 'argument', fn, keys, key: place.key, node, span: place.span };
}

/** Any quoted text that is the name of a function, in whatever place: a constant, a list, an assertion of a test. */
function literalAt(
  index: IndexSnapshot,
  document: FeatureDocument,
  offset: number,
): { name: string; span: Span } | undefined {
  const text = document.text.getText();
  const start = offset - (/\w*$/.exec(text.slice(Math.max(offset - maxName, 0), offset))?.[0].length ?? 0);
  const name = /^\w*/.exec(text.slice(start, start + maxName))?.[0] ?? '';
  const quote = text[start - 1] ?? '';
  const end = start + name.length;
  return /['"`]/.test(quote) && text[end] === quote && index.functions.has(name)
    ? { name, span: { start, end } }
    : undefined;
}
