/**
 * php-parser on one island. Strict mode only: its error recovery can hang for good, and islands are small enough to be
 * lost. Islands that would exhaust its stack, or its quadratic operator chains, are refused first.
 */
import { Engine } from 'php-parser';
import type { Expr, Stmt } from './ast.ts';
import { Cursor } from './cursor.ts';
import { lex, T } from './lexer.ts';

export const maxNesting = 200;
const maxOperators = 1000;

/** What an island is, and so in which frame it parses. */
export type IslandKind = 'statements' | 'expression' | 'arrayEntry' | 'member' | 'function';

const frames: Record<IslandKind, [before: string, after: string]> = {
  statements: ['<?php ', ''],
  expression: ['<?php return ', ';'],
  arrayEntry: ['<?php return [', '];'],
  member: ['<?php class X {', '}'],
  function: ['<?php ', ''],
};

export type Parsed = { readonly node: Expr | Stmt; readonly offset: number } | { readonly error: string };

const engine = new Engine({
  parser: { extractDoc: false, suppressErrors: false, php8: true, version: 803 },
  ast: { withPositions: true, withSource: false },
  lexer: { short_tags: false, asp_tags: false },
});

/**
 * The AST of one island. `offset` is what to subtract from the AST's offsets to get offsets in `text`.
 * Members come as the first member of a class, expressions and entries as the expression itself.
 */
export function parseIsland(kind: IslandKind, text: string): Parsed {
  const refusal = refuse(text);
  if (refusal !== undefined) return { error: refusal };
  const [before, after] = frames[kind];
  let children: unknown[];
  try {
    children = engine.parseCode(before + text + after, 'island.php').children;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
  const node = unwrap(kind, children);
  return node === undefined ? { error: 'Nothing to evaluate here.' } : { node, offset: before.length };
}

/** What frames add around the island, to be taken off again. */
interface Framed {
  readonly expr?: (Expr & { readonly items?: readonly unknown[] }) | null;
  readonly body?: readonly Stmt[];
}

function unwrap(kind: IslandKind, children: readonly unknown[]): Expr | Stmt | undefined {
  const first = children[0] as (Framed & Stmt) | undefined;
  switch (kind) {
    case 'statements':
      return { kind: 'block', children: children as Stmt[] };
    case 'function':
      return first;
    case 'expression':
    case 'arrayEntry':
      return first?.expr ?? undefined;
    case 'member':
      return first?.body?.[0];
  }
}

/** Why the island is not given to the parser, or undefined. */
function refuse(text: string): string | undefined {
  if (text.length < maxOperators) return undefined; // Too short to be deep or long.
  const tokens = lex(text.startsWith('<?') ? text : `<?php ${text}`);
  const c = new Cursor(tokens);
  let depth = 0;
  let operators = 0;
  for (let i = 0; i < c.count; i += 1) {
    if (c.opens(i)) {
      depth += 1;
      if (depth > maxNesting) return `Nested deeper than ${maxNesting} levels.`;
    } else if (c.closes(i)) depth -= 1;
    else if (operatorCodes.has(c.kind(i))) {
      operators += 1;
      if (operators > maxOperators) return `More than ${maxOperators} operators.`;
    } else if (c.kind(i) === 59) operators = 0;
  }
  return undefined;
}

/** `. + - * / % & | ^ ! ~ ? < > @ =` : what can be chained without brackets. */
const operatorCodes = new Set<number>([...Array.from('.+-*/%&|^!~?<>@', (one) => one.charCodeAt(0)), T.Arrow]);
