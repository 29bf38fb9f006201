import { describe, expect, it } from 'vitest';
import type { Expr, Stmt } from './ast.ts';
import { parseIsland } from './parse.ts';
import type { IslandKind } from './parse.ts';

const parsed = (kind: IslandKind, text: string) => {
  const result = parseIsland(kind, text);
  return 'error' in result ? result.error : result;
};
const nodeOf = (kind: IslandKind, text: string) => (parsed(kind, text) as { node: Expr | Stmt }).node;

describe('offsets of the tree lead to the text', () => {
  it.each([
    ['expression', 'foo($bar)', 'call'],
    ['arrayEntry', "'a' => foo(1)", 'array'],
    ['member', 'public static function x() { return 1; }', 'method'],
    ['function', 'function x() { return 1; }', 'function'],
  ] as const)('%s', (kind, text, node) => {
    const result = parseIsland(kind, text);
    if ('error' in result) throw new Error(result.error);
    expect(result.node.kind).toBe(node);
    const { start, end } = result.node.loc!;
    expect(text).toContain(text.slice(start.offset - result.offset, end.offset - result.offset));
    // The member's range begins at its name's modifiers or at `function`, the entry's with its frame.
    if (kind === 'expression')
      expect([start.offset - result.offset, end.offset - result.offset]).toEqual([0, text.length]);
  });
});

it('a comment may end an island', () => {
  expect(nodeOf('expression', '1 // one').kind).toBe('number');
  expect(nodeOf('arrayEntry', "'a' => 1 # one").kind).toBe('array');
});

it('what is broken is an error, and the next island parses all the same', () => {
  expect(parsed('expression', "foo(['a' =>")).toContain('syntax error');
  expect(parsed('member', 'function x() { "{$')).toBeTypeOf('string');
  expect(parsed('expression', '')).toBe('Nothing to evaluate here.');
  expect(nodeOf('expression', '[1]').kind).toBe('array');
});

describe('what would exhaust the parser is refused', () => {
  const long = 'x'.repeat(1000);
  it.each([
    ['deep nesting', '['.repeat(1000) + ']'.repeat(1000), 'Nested deeper'],
    ['deep nesting without end', '('.repeat(5000), 'Nested deeper'],
    ...['.', ' and ', ' xor ', '->', '::', ' <=> ', ' == ', ' ?: ', ' instanceof '].map(
      (operator): [string, string, string] => [
        `a chain of ${operator}`,
        `a${`${operator}a`.repeat(2000)}`,
        'operators',
      ],
    ),
    ['a chain of casts and new', `${'new '.repeat(2000)}a`, 'operators'],
    ['a long name', `a${'\\b'.repeat(2000)}`, 'name'],
    ['many escapes', `"${'\\u{41}'.repeat(2000)}"`, 'escapes'],
    ['a long text', `'${long.repeat(501)}'`, 'Longer'],
  ])('%s', (_, text, reason) => {
    expect(parsed('expression', text)).toContain(reason);
  });

  it('but not a long list of short chains', () => {
    expect(nodeOf('expression', `[${"'a' . b(1 . 2) => c::d->e, ".repeat(2000)}]`).kind).toBe('array');
  });
});
