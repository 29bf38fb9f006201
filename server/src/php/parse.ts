/**
 * php-parser on one island. Strict mode only: its error recovery can hang for good, and islands are small enough to be
 * lost. Islands that would exhaust its stack, or its quadratic operator chains, are refused first.
 */
import { Engine } from 'php-parser';
import type { Expr, Stmt } from './ast.ts';
import { Cursor } from './cursor.ts';
import { lex, T } from './lexer.ts';

const maxLength = 500_000;
export const maxNesting = 200;
const maxOperators = 1000;
/** Characters of one name, and `\u{…}` of one text: php-parser is quadratic in both. */
const maxName = 1000;
const maxEscapes = 1000;

/** What an island is, and so in which frame it parses. */
export type IslandKind = 'statements' | 'expression' | 'arrayEntry' | 'member' | 'function';

/** What comes behind stands on a line of its own: a comment may end the island. */
const frames: Record<IslandKind, [before: string, after: string]> = {
  statements: ['<?php ', ''],
  expression: ['<?php return ', '\n;'],
  arrayEntry: ['<?php return [', '\n];'],
  member: ['<?php class X {', '\n}'],
  function: ['<?php ', ''],
};

export type Parsed = { readonly node: Expr | Stmt; readonly offset: number } | { readonly error: string };

/** Made when first needed, which mostly is after the first answers. */
let engine: Engine | undefined;
const newEngine = () =>
  new Engine({
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
    children = (engine ??= newEngine()).parseCode(before + text + after, 'island.php').children;
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
  if (text.length > maxLength) return `Longer than ${maxLength} characters.`;
  if (text.split('\\u{', maxEscapes + 1).length > maxEscapes) return `More than ${maxEscapes} escapes.`;
  const c = new Cursor(lex(text.startsWith('<?') ? text : `<?php ${text}`));
  // How many operators the chain at each level of brackets has so far.
  const operators = [0];
  for (let i = 0; i < c.count; i += 1) {
    const level = operators.length - 1;
    if (c.opens(i)) {
      if (level >= maxNesting) return `Nested deeper than ${maxNesting} levels.`;
      operators.push(0);
    } else if (c.closes(i)) {
      if (level > 0) operators.pop();
    } else if (c.kind(i) === T.Name && c.end(i) - c.start(i) > maxName) return 'A name is too long.';
    else if (isOperator(c, i)) {
      const count = (operators[level] ?? 0) + 1;
      if (count > maxOperators) return `More than ${maxOperators} operators.`;
      operators[level] = count;
    } else if (separators.has(c.kind(i))) operators[level] = 0;
  }
  return undefined;
}

/** `. + - * / % & | ^ ! ~ ? < > @ =` and what they are part of: what can be chained without brackets. */
const operatorCodes = new Set<number>([
  ...Array.from('.+-*/%&|^!~?<>@=', (one) => one.charCodeAt(0)),
  T.Arrow,
  T.DoubleColon,
]);
const operatorWords =
  /^(and|or|xor|instanceof|new|clone|print|throw|fn|yield|include|include_once|require|require_once)$/i;
const isOperator = (c: Cursor, i: number) =>
  operatorCodes.has(c.kind(i)) || (c.kind(i) === T.Name && operatorWords.test(c.text(i)));

/** `; ,` and `=>`: a chain ends. */
const separators = new Set<number>([59, 44, T.DoubleArrow]);
