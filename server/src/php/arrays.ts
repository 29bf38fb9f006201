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
  for (let i = first; i < c.count; i += 1) {
    if (c.kind(i) === 59) return i + 1;
    if (c.kind(i) === T.CloseTag) return i;
    if (!c.opens(i)) continue;
    const brace = c.kind(i) === char('{');
    i = c.match(i);
    if (brace && block) {
      const after = c.next(i + 1);
      if (c.kind(after) !== T.Name || !continues.test(c.text(after))) return i + 1;
    }
  }
  return c.count;
}

function arrayAssignment(
  c: Cursor,
  i: number,
): { array: NonNullable<StatementIsland['array']>; last: number } | undefined {
  if (c.kind(i) !== T.Variable) return undefined;
  const equals = c.next(i + 1);
  if (c.kind(equals) !== char('=')) return undefined;
  const first = c.next(equals + 1);
  const open = c.isWord(first, 'array') ? c.next(first + 1) : first;
  if (c.kind(open) !== (open === first ? char('[') : char('('))) return undefined;
  const { entries, last } = entriesOf(c, open, c.lineIndent(i));
  const after = c.next(last);
  // `$x = [..] + [..];` is an expression like any other, not one literal.
  const closed = c.kind(last - 1) === 93 || c.kind(last - 1) === 41;
  if (closed && after < c.count && c.kind(after) !== 59 && c.kind(after) !== T.CloseTag && c.indent(after) < 0)
    return undefined;
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
  let column = -1;
  let i = open + 1;
  while (i < limit) {
    i = c.next(i);
    if (i >= limit) break;
    if (c.closes(i)) {
      // A bracket deeper than the owner, with more entries behind it, is a stray one.
      if (column > ownerColumn && c.indent(i) >= column && entryFollows(c, i + 1, column)) {
        i += 1;
        continue;
      }
      return { entries, last: i + 1 };
    }
    if (c.kind(i) === char(',')) {
      i += 1;
      continue;
    }
    if (c.indent(i) >= 0 && column < 0) column = c.indent(i);
    const end = entryEnd(c, i, column, ownerColumn, limit);
    entries.push(entry(c, i, end));
    i = Math.max(end, i + 1);
  }
  return { entries, last: Math.min(i, limit) };
}

function entryFollows(c: Cursor, i: number, column: number): boolean {
  const at = c.kind(c.next(i)) === char(',') ? c.next(c.next(i) + 1) : c.next(i);
  return startsEntry(c, at, column);
}

/** A quoted key first on its line, no deeper than `column`, before `=>`: the shape of an entry. */
function startsEntry(c: Cursor, i: number, column: number): boolean {
  if (c.kind(i) !== T.String) return false;
  const indent = c.indent(i);
  return indent >= 0 && indent <= column && c.kind(c.next(i + 1)) === T.DoubleArrow;
}

function entryEnd(c: Cursor, first: number, column: number, ownerColumn: number, limit: number): number {
  let depth = 0;
  for (let i = first; i < limit; i += 1) {
    if (i > first && column >= 0 && startsEntry(c, i, column)) return lastCode(c, i);
    if (depth === 0 && c.kind(i) === char(',')) return i;
    if (c.opens(i)) depth += 1;
    else if (c.closes(i)) {
      if (depth === 0) return i;
      const indent = c.indent(i);
      // The literal's own bracket: what is still open inside belongs to this broken entry.
      if (indent >= 0 && indent <= ownerColumn && column > ownerColumn) return lastCode(c, i);
      depth -= 1;
    } else if (c.kind(i) === 59 && column >= 0) return i;
  }
  return limit;
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
  const island = c.island(first, last);
  if (arrow < 0) return { ...island, key: undefined, keySpan: undefined, value: island };
  const keyLast = c.previous(arrow - 1);
  const literal = keyLast === first && c.kind(first) === T.String ? literalText(c.text(first)) : undefined;
  return {
    ...island,
    key: literal,
    keySpan: { start: c.start(first), end: c.end(keyLast) },
    value: c.island(c.next(arrow + 1), last),
  };
}
