/**
 * Top-level statements of a PHP file and the entries of the arrays they assign (`$functions = [ … ];`), from tokens.
 * A broken entry costs itself: entries resynchronise on indentation.
 */
import { char, Cursor, literalText } from './cursor.ts';
import type { Island, Span } from './cursor.ts';
import { T } from './lexer.ts';
import type { Tokens } from './lexer.ts';

/** One `key => value` (or value) of an array literal; the island covers both. */
export interface EntryIsland extends Island {
  /** The literal key; undefined for a computed or absent one. */
  readonly key: string | undefined;
  /** Span of the key expression including quotes; undefined when there is no `=>`. */
  readonly keySpan: Span | undefined;
  readonly value: Island;
}

/** A statement outside functions and classes. */
export interface StatementIsland extends Island {
  /** `$x = [ … ]` or `$x = array( … )`: the variable and the entries of the literal. */
  readonly array:
    { readonly variable: string; readonly entries: readonly EntryIsland[]; readonly literal: Island } | undefined;
  /** A class, function, namespace or import: nothing that runs. */
  readonly isDeclaration: boolean;
}

const blockWords = /^(if|foreach|for|while|switch|try|function|class|trait|interface|enum|abstract|final|do)$/i;
const continues = /^(else|elseif|catch|finally|while)$/i;

export function statementsOf(tokens: Tokens): StatementIsland[] {
  const c = new Cursor(tokens);
  const statements: StatementIsland[] = [];
  for (let i = c.next(0); i < c.count; i = c.next(i)) {
    const assignment = arrayAssignment(c, i);
    const end = assignment?.last ?? statementEnd(c, i);
    statements.push({ ...c.island(i, end), array: assignment?.array, isDeclaration: declares(c, i) });
    i = Math.max(end, i + 1);
  }
  return statements;
}

const declarationWords = /^(class|abstract|final|readonly|interface|trait|enum|namespace|use|declare|function)$/i;

const declares = (c: Cursor, first: number) => c.kind(first) === T.Name && declarationWords.test(c.text(first));

function statementEnd(c: Cursor, first: number): number {
  const block = c.kind(first) === T.Name && blockWords.test(c.text(first));
  const column = c.lineIndent(first);
  for (let i = first; i < c.count; i += 1) {
    if (c.kind(i) === 59) return i + 1;
    if (c.kind(i) === T.CloseTag || (i > first && startsStatement(c, i, column))) return i;
    if (!c.opens(i)) continue;
    const brace = c.kind(i) === char('{');
    const close = c.match(i);
    // Where the bracket stays open, the statement ends with what looks like the next.
    i = close < 0 ? c.skip(i, (at) => startsStatement(c, at, column)) : close;
    if (brace && block) {
      const after = c.next(i + 1);
      if (c.kind(after) !== T.Name || !continues.test(c.text(after))) return i + 1;
    }
  }
  return c.count;
}

/** `$x = …` or a keyword, first on a line that is indented no deeper than `column`: code that continues nothing. */
function startsStatement(c: Cursor, i: number, column: number): boolean {
  const kind = c.kind(i);
  if (kind !== T.Variable && kind !== T.Name) return false;
  const indent = c.indent(i);
  if (indent < 0 || indent > column || c.kind(c.previous(i - 1)) === char('=')) return false;
  const after = c.next(i + 1);
  if (kind === T.Variable) return c.kind(after) === char('=');
  return statementWords.test(c.text(i)) && c.kind(after) !== char(',') && c.kind(after) !== T.DoubleArrow;
}

const statementWords =
  /^(namespace|use|class|interface|trait|abstract|final|require|require_once|include|include_once|if|foreach|return|define)$/i;

function arrayAssignment(
  c: Cursor,
  i: number,
): { array: NonNullable<StatementIsland['array']>; last: number } | undefined {
  if (c.kind(i) !== T.Variable) return undefined;
  const equals = c.next(i + 1);
  if (c.kind(equals) !== char('=')) return undefined;
  const first = c.next(equals + 1);
  let open = c.isWord(first, 'array') ? c.next(first + 1) : first;
  // Entries follow, but the bracket before them is missing.
  if (c.kind(open) === T.String && startsEntry(c, open, Infinity)) open = c.previous(open - 1);
  else if (c.kind(open) !== (open === first ? char('[') : char('('))) return undefined;
  const { entries, last } = entriesOf(c, open, c.lineIndent(i));
  const after = c.next(last);
  // `$x = [..] + [..];` is an expression like any other, not one literal.
  const closed = c.kind(last - 1) === 93 || c.kind(last - 1) === 41;
  const ends = after >= c.count || c.kind(after) === 59 || c.kind(after) === T.CloseTag;
  if (closed && !ends && c.indent(after) < 0 && !(c.closes(after) && c.isUnpaired(after))) return undefined;
  const array = { variable: c.text(i).slice(1), entries, literal: c.island(first, last) };
  return { array, last: c.kind(after) === 59 ? after + 1 : last };
}

/**
 * The entries of the array literal whose bracket is token `open`. `ownerColumn` is the column of the statement (or
 * entry) that holds it; a closing bracket at that column ends the literal whatever was left open inside.
 */
export function entriesOf(
  c: Cursor,
  open: number,
  ownerColumn: number,
  limit = c.count,
): { entries: EntryIsland[]; last: number } {
  const entries: EntryIsland[] = [];
  const sound = isComplete(c, open, limit);
  const owner = sound ? undefined : ownerEnd(c, open, ownerColumn, limit);
  limit = owner?.at ?? limit;
  let column = -1;
  let firstHolds = false;
  let i = open + 1;
  while (i < limit) {
    i = c.next(i);
    if (i >= limit) break;
    if (c.closes(i)) {
      // A bracket that is not the owner's, with the owner's or more entries behind it, is a stray one.
      const deeper = !sound && column > ownerColumn && !isOwners(c, i, ownerColumn);
      const stray =
        owner?.isClosed === true || (c.indent(i) > ownerColumn && goesOn(c, i + 1, column, ownerColumn, limit));
      if (deeper && stray) {
        i += 1;
        continue;
      }
      return { entries, last: i + 1 };
    }
    if (c.kind(i) === char(',') || (c.kind(i) === 59 && owner?.isClosed)) {
      i += 1;
      continue;
    }
    // The first entry says how deep entries are; where its head is missing, and so a field seems to be it, the next.
    const indent = c.indent(i);
    const lacksHead = indent < column && !firstHolds && holdsArray(c, i);
    if (indent >= 0 && (column < 0 || lacksHead)) {
      column = indent;
      firstHolds = holdsArray(c, i);
    }
    const end = entryEnd(c, i, column, sound ? Infinity : ownerColumn, limit, owner?.isClosed === true);
    entries.push(entry(c, i, end));
    i = Math.max(end, i + 1);
  }
  return { entries, last: Math.min(i, limit) };
}

/**
 * Where a literal with a broken entry ends at the latest: behind the bracket that closes it at its owner's column, or
 * before the statement that comes next.
 */
function ownerEnd(c: Cursor, open: number, ownerColumn: number, limit: number): { at: number; isClosed: boolean } {
  for (let i = open + 1; i < limit; i += 1) {
    if (c.closes(i) && isOwners(c, i, ownerColumn)) return { at: i + 1, isClosed: true };
    if (startsStatement(c, i, ownerColumn)) return { at: i, isClosed: false };
  }
  return { at: limit, isClosed: false };
}

/** Whether a closing bracket stands first on its line, at the owner's column. */
function isOwners(c: Cursor, i: number, ownerColumn: number): boolean {
  const indent = c.indent(i);
  return indent >= 0 && indent <= ownerColumn;
}

/** Whether the array that opens at `open` ends where its owner does, with all brackets in order. */
function isComplete(c: Cursor, open: number, limit: number): boolean {
  if (!c.isSound(open)) return false;
  const close = c.match(open);
  if (c.tokens.kind.subarray(open, close).includes(59))
    for (let i = open; i < close; i += 1) {
      if (c.kind(i) === 59) return false;
      if (c.kind(i) === char('{')) i = c.skip(i); // The body of a closure.
    }
  const after = c.next(close + 1);
  return after >= limit || c.kind(after) === 59 || c.kind(after) === T.CloseTag;
}

/** Whether another entry, or a bracket at the owner's column, comes next. */
function goesOn(c: Cursor, i: number, column: number, ownerColumn: number, limit: number): boolean {
  const at = c.kind(c.next(i)) === char(',') ? c.next(c.next(i) + 1) : c.next(i);
  if (at >= limit) return false;
  return startsEntry(c, at, column) || (c.closes(at) && isOwners(c, at, ownerColumn));
}

/** A quoted key first on its line, no deeper than `column`, before `=>`: the shape of an entry. */
function startsEntry(c: Cursor, i: number, column: number): boolean {
  if (c.kind(i) !== T.String) return false;
  const indent = c.indent(i);
  return indent >= 0 && indent <= column && c.kind(c.next(i + 1)) === T.DoubleArrow;
}

/** `'name' => [` or `'name' => array` */
function holdsArray(c: Cursor, i: number): boolean {
  const arrow = c.next(i + 1);
  const value = c.next(arrow + 1);
  return c.kind(arrow) === T.DoubleArrow && (c.kind(value) === char('[') || c.isWord(value, 'array'));
}

/** The index behind an entry; `ownerColumn` is infinite where brackets are in order, and so indentation says nothing. */
function entryEnd(
  c: Cursor,
  first: number,
  column: number,
  ownerColumn: number,
  limit: number,
  isClosed: boolean,
): number {
  const sound = ownerColumn === Infinity;
  let depth = 0;
  const unopened = !sound && lacksBracket(c, first);
  for (let i = first; i < limit; i += 1) {
    if (i > first && column >= 0 && (depth === 0 || !sound) && startsEntry(c, i, sound ? Infinity : column))
      return lastCode(c, i);
    if (depth === 0 && c.kind(i) === char(',')) {
      if (unopened && c.indent(c.next(i + 1)) > column) continue;
      return lastCode(c, i);
    }
    if (sound && c.opens(i)) i = c.match(i);
    else if (c.opens(i)) depth += 1;
    else if (c.closes(i)) {
      // The literal's own bracket: what is still open inside belongs to this broken entry.
      if (!sound && column > ownerColumn && isOwners(c, i, ownerColumn)) return lastCode(c, i);
      if (!sound && column > ownerColumn && c.isUnpaired(i)) continue;
      if (depth === 0) return lastCode(c, i);
      depth -= 1;
    } else if (c.kind(i) === 59 && column >= 0 && !isClosed) return i;
  }
  return lastCode(c, limit);
}

/** `'name' => 'key' => …`, or with `array` between: an entry whose own bracket is missing before its fields. */
function lacksBracket(c: Cursor, first: number): boolean {
  const arrow = c.next(first + 1);
  if (c.kind(arrow) !== T.DoubleArrow) return false;
  const value = c.next(arrow + 1);
  return startsEntry(c, c.isWord(value, 'array') ? c.next(value + 1) : value, Infinity);
}

/** `i`, moved before comments and a comma that stand in front of it. */
function lastCode(c: Cursor, i: number): number {
  const at = c.previous(i - 1);
  return c.kind(at) === char(',') ? at : at + 1;
}

function entry(c: Cursor, first: number, last: number): EntryIsland {
  let arrow = -1;
  for (let i = first, depth = 0; i < last; i += 1) {
    if (c.opens(i)) depth += 1;
    else if (c.closes(i)) depth -= 1;
    else if (depth === 0 && c.kind(i) === T.DoubleArrow) {
      arrow = i;
      break;
    }
  }
  const start = c.start(first);
  const end = last > first ? c.end(last - 1) : start;
  if (arrow < 0) return { first, last, start, end, key: undefined, keySpan: undefined, value: c.island(first, last) };
  const keyLast = c.previous(arrow - 1);
  const key = keyLast === first && c.kind(first) === T.String ? literalText(c.text(first)) : undefined;
  return {
    first,
    last,
    start,
    end,
    key,
    keySpan: { start, end: c.end(keyLast) },
    value: c.island(c.next(arrow + 1), last),
  };
}
