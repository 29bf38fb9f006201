/**
 * Where in the arrays of db/services.php a position is: from the tokens before it, so that what follows may be broken.
 */
import { entriesOf } from '../../php/arrays.ts';
import { char, literalText } from '../../php/cursor.ts';
import type { Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { slotOf } from './slot.ts';
import type { Slot } from './slot.ts';
import { lastTokenBefore, typedToken } from './tokens.ts';

export type ListName = 'functions' | 'services' | 'capabilities';

interface Place {
  readonly list: ListName;
  readonly slot: Slot;
  /** The token at the position, if one is there. */
  readonly token: number | undefined;
}

/** What stands behind a key already. */
interface Following {
  readonly hasArrow: boolean;
  readonly hasComma: boolean;
}

export type DeclarationPlace =
  /** The name of an entry. */
  | (Place & Following & { readonly kind: 'name' })
  /** A key of an entry. `present`: the other keys of the entry. */
  | (Place &
      Following & {
        readonly kind: 'key';
        readonly entry: string | undefined;
        readonly present: ReadonlySet<string>;
      })
  /** The value of a key. `siblings`: the values of the entry that are literal texts, by key. */
  | (Place & {
      readonly kind: 'value';
      readonly entry: string | undefined;
      readonly key: string;
      readonly siblings: ReadonlyMap<string, string>;
    })
  /** An element of the array that is the value of a key. `present`: the other elements that are literal texts. */
  | (Place & {
      readonly kind: 'item';
      readonly entry: string | undefined;
      readonly key: string;
      readonly present: ReadonlySet<string>;
    });

export const isServicesFile = (path: string): boolean => path.endsWith('/db/services.php');

/** The place that a cursor is typing at. */
export function placeAt(c: Cursor, offset: number): DeclarationPlace | undefined {
  const token = typedToken(c, offset);
  if (token !== undefined) return placeOf(c, token, offset);
  const before = lastTokenBefore(c, offset);
  if (before >= 0 && (c.end(before) > offset || (c.kind(before) === T.Comment && c.end(before) === offset)))
    return undefined;
  return placeAfter(c, before, undefined, offset);
}

/** The place of a token. */
export function placeOf(c: Cursor, token: number, offset = c.start(token)): DeclarationPlace | undefined {
  if (c.kind(token) !== T.String && c.kind(token) !== T.Name && c.kind(token) !== T.Number) return undefined;
  // Names and short values stand on one line.
  if (c.tokens.text.slice(c.start(token), offset).includes('\n')) return undefined;
  return placeAfter(c, token - 1, token, offset);
}

function placeAfter(c: Cursor, from: number, token: number | undefined, offset: number): DeclarationPlace | undefined {
  const before = c.previous(from);
  const around = levelsAround(c, before);
  if (!around) return undefined;
  const { list, levels } = around;
  const [, entry, value] = levels;
  const isValue = c.kind(before) === T.DoubleArrow;
  if (!isValue && c.kind(before) !== char(',') && before !== levels.at(-1)?.open) return undefined;
  const place = { list, slot: slotOf(c, token, offset), token };
  if (value) {
    if (levels.length > 3) return undefined;
    return { kind: 'item', ...place, entry: entry?.key, key: value.key ?? '', present: texts(c, value.open, token) };
  }
  const after = c.next((token ?? before) + 1);
  const hasArrow = token !== undefined && c.kind(after) === T.DoubleArrow;
  const following = { hasArrow, hasComma: c.kind(after) === char(',') };
  if (!entry) return isValue ? undefined : { kind: 'name', ...place, ...following };
  if (isValue) {
    const key = literalText(c.text(c.previous(before - 1)));
    if (key === undefined) return undefined;
    return { kind: 'value', ...place, entry: entry.key, key, siblings: literals(c, entry.open) };
  }
  const present = new Set<string>();
  for (const { first, key } of elements(c, entry.open)) if (key !== undefined && first !== token) present.add(key);
  return { kind: 'key', ...place, ...following, entry: entry.key, present };
}

interface Level {
  /** Its opening bracket. */
  readonly open: number;
  /** The literal key it is the value of. */
  readonly key: string | undefined;
}

/** The brackets around the token behind `from`, outermost first, up to `$functions =` or one of the other lists. */
function levelsAround(c: Cursor, from: number): { list: ListName; levels: Level[] } | undefined {
  const limit = listStart(c, from);
  if (limit < 0) return undefined;
  const levels: Level[] = [];
  let closed = 0;
  for (let i = from; i > limit; i -= 1) {
    if (c.closes(i)) {
      // What is closed before is none of those around; one step past it, since there may be hundreds of entries.
      const open = closed === 0 ? c.opening(i) : i;
      if (open < i && open > limit) i = open;
      else closed += 1;
    } else if (c.opens(i) && closed > 0) closed -= 1;
    else if (closed > 0) continue;
    else if (c.kind(i) === 59 || c.kind(i) === 123)
      return undefined; // ; {
    else if (c.opens(i)) {
      let head = c.previous(i - 1);
      const isArray = c.isWord(head, 'array');
      if (isArray) head = c.previous(head - 1);
      if (c.kind(i) === char('(') && !isArray) continue;
      if (isUnclosedSibling(c, i, head, levels[0])) continue;
      const key = c.kind(head) === T.DoubleArrow ? literalText(c.text(c.previous(head - 1))) : undefined;
      levels.unshift({ open: i, key });
    }
  }
  const subscript = c.next(limit + 1);
  // `$functions['name'] = [`: the entry is all there is.
  if (c.kind(subscript) === char('[')) {
    const [entry] = levels;
    if (entry) levels[0] = { ...entry, key: literalText(c.text(c.next(subscript + 1))) };
    levels.unshift({ open: subscript, key: undefined });
  }
  const list = c.text(limit).slice(1) as ListName;
  return levels.length === 0 ? undefined : { list, levels };
}

/** The last `$functions`, `$services` or `$capabilities` at or before `from` that something is assigned to. */
function listStart(c: Cursor, from: number): number {
  const { kind } = c.tokens;
  for (let i = kind.lastIndexOf(T.Variable, from); i >= 0; i = i === 0 ? -1 : kind.lastIndexOf(T.Variable, i - 1)) {
    if (!/^\$(functions|services|capabilities)$/.test(c.text(i))) continue;
    let next = c.next(i + 1);
    if (c.kind(next) === char('+')) next = c.next(next + 1);
    if (c.kind(next) === char('=') || (c.kind(next) === char('[') && c.indent(i) >= 0)) return i;
  }
  return -1;
}

/** Whether the bracket belongs to an earlier entry that was left open: it is indented no less than what it seems to hold. */
function isUnclosedSibling(c: Cursor, open: number, head: number, inner: Level | undefined): boolean {
  if (!inner || c.kind(head) === char('=')) return false;
  const outerIndent = c.lineIndent(open);
  return isFirstOnLine(c, inner.open) && outerIndent >= c.lineIndent(inner.open) && !sameLine(c, open, inner.open);
}

/** Whether the line of the bracket begins with its key. */
function isFirstOnLine(c: Cursor, open: number): boolean {
  let head = c.previous(open - 1);
  if (c.isWord(head, 'array')) head = c.previous(head - 1);
  return c.kind(head) === T.DoubleArrow && c.indent(c.previous(head - 1)) >= 0;
}

const sameLine = (c: Cursor, a: number, b: number) => !c.tokens.text.slice(c.start(a), c.start(b)).includes('\n');

const elements = (c: Cursor, open: number) => entriesOf(c, open, c.lineIndent(open)).entries;

function texts(c: Cursor, open: number, except: number | undefined): Set<string> {
  const found = new Set<string>();
  for (const { value } of elements(c, open)) {
    const text =
      value.first !== except && c.kind(value.first) === T.String ? literalText(c.text(value.first)) : undefined;
    if (text !== undefined) found.add(text);
  }
  return found;
}

function literals(c: Cursor, open: number): Map<string, string> {
  const found = new Map<string, string>();
  for (const { key, value } of elements(c, open)) {
    const text = value.last === value.first + 1 ? literalText(c.text(value.first)) : undefined;
    if (key !== undefined && text !== undefined) found.set(key, text);
  }
  return found;
}
