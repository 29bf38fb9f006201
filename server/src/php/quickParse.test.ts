import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { statementsOf } from './arrays.ts';
import type { Island } from './cursor.ts';
import { islandsOf } from './islands.ts';
import { parseIsland } from './parse.ts';
import type { IslandKind } from './parse.ts';
import { quickParse } from './quickParse.ts';
import type { Tokens } from './lexer.ts';

/** Nodes whose text shows where they are unknown: constants, calls, lookups, sums. */
const shownAsSource = new Set('name call new staticlookup propertylookup variable bin unary'.split(' '));
/** HTML between statements builds nothing: ours leaves it out. */
const builds = (node: unknown) => !/^(inline|noop)$/.test((node as { kind?: string } | null)?.kind ?? '');

/** What a node has of the fields of `model`, with its text in place of its offsets. */
function shown(node: unknown, model: unknown, text: string, offset: number): unknown {
  if (Array.isArray(node))
    return node.filter(builds).map((one, i) => shown(one, Array.isArray(model) ? model[i] : null, text, offset));
  if (node === null || typeof node !== 'object' || model === null || typeof model !== 'object') return node;
  const fields = node as Readonly<Record<string, unknown>>;
  const kind = typeof fields['kind'] === 'string' ? fields['kind'] : '';
  const isFunction = kind === 'function' || kind === 'method'; // Read alike, and what they return builds nothing.
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(model)) {
    if (isFunction && ['kind', 'isStatic', 'type'].includes(key)) continue;
    if (key === 'loc') {
      const place = fields[key] as { start: { offset: number }; end: { offset: number } };
      const source = text.slice(place.start.offset - offset, place.end.offset - offset);
      // Of operands in brackets of their own, php-parser's place lacks the outer ones.
      if (shownAsSource.has(kind)) result['text'] = source.replace(kind === 'bin' ? /;?\s*$|[()]/g : /;?\s*$/, '');
    } else if (key === 'type' && kind === 'parameter') result[key] = fields[key] !== null;
    else result[key] = shown(fields[key], inner, text, offset);
  }
  return result;
}

/** Both readings of an island, of what ours has. */
function readings(tokens: Tokens, island: Island, kind: IslandKind) {
  const ours = quickParse(tokens, island, kind);
  if (!ours) return undefined;
  const text = tokens.text.slice(island.start, island.end);
  const theirs = parseIsland(kind, text);
  if ('error' in theirs) throw new Error(`${theirs.error}: ${text}`);
  return { text, ours: shown(ours, ours, text, 0), theirs: shown(theirs.node, ours, text, theirs.offset) };
}

/** The pieces of a file that are parsed by themselves. */
function pieces(text: string): [IslandKind, Island][] {
  const { tokens, classes, functions, constants } = islandsOf(text);
  const members = classes.flatMap(({ members }) => members);
  return [
    ...members.flatMap((one): [IslandKind, Island][] =>
      one.kind === 'method' ? [['member', one]] : one.value ? [['expression', one.value]] : [],
    ),
    ...functions.map((one): [IslandKind, Island] => ['function', one]),
    ...constants.map((one): [IslandKind, Island] => ['expression', one]),
    ...statementsOf(tokens).flatMap((one): [IslandKind, Island][] => [
      ...(one.isDeclaration ? [] : ([['statements', one]] as [IslandKind, Island][])),
      ...(one.array?.entries ?? []).map((entry): [IslandKind, Island] => ['arrayEntry', entry]),
    ]),
  ];
}

/** How many of the pieces are plain; fails where the plain ones are read in another way than php-parser's. */
function compare(text: string): { plain: number; all: number } {
  const { tokens } = islandsOf(text);
  const all = pieces(text);
  let plain = 0;
  for (const [kind, island] of all) {
    const read = readings(tokens, island, kind);
    if (!read) continue;
    plain += 1;
    // Compared as text first: thousands of deep comparisons take long.
    if (JSON.stringify(read.ours) !== JSON.stringify(read.theirs)) expect(read).toEqual({ ...read, ours: read.theirs });
  }
  return { plain, all: all.length };
}

const fixtures = join(import.meta.dirname, '../../../test/fixtures/php');

it.each(readdirSync(fixtures).filter((name) => name.endsWith('.php')))(
  '%s: plain pieces as php-parser reads them',
  (name) => {
    const text = readFileSync(join(fixtures, name), 'utf8');
    compare(text);
    compare(text.replaceAll('\n', '\r\n'));
  },
);

it('schemas are plain', () => {
  const { plain, all } = compare(readFileSync(join(fixtures, 'services.php'), 'utf8'));
  expect(plain / all).toBeGreaterThan(0.8);
});

const read = (source: string) => {
  const { tokens } = islandsOf(`<?php $f = [\n${source}\n];`);
  return readings(tokens, statementsOf(tokens)[0]!.array!.entries[0]!, 'arrayEntry');
};

describe('the same as php-parser', () => {
  it.each([
    ...[
      "'it\\'s \\n \\\\'",
      '"a \\"b\\" \\n\\t \\$x"',
      '"\\x41\\u{1F393}\\101"',
      '"\\q \\\\"',
      "''",
      "'é🎓'",
      "'a\nb'",
      '"a\nb"',
    ],
    ...['0', '007', '0x1F', '1_000', '1.5e3', '-1', '-1.5', '1 + 2 * 3 - 4', '(1 + 2) * 3', '1 - (2 - 3)'],
    ...[
      'true',
      'NULL',
      'PARAM_INT',
      '\\PARAM_INT',
      'a\\B',
      'a::B',
      'self::B',
      'static::b()',
      'parent::b(1)',
      'a::class',
    ],
    ...[
      '[1, [2], array(3)]',
      "['a' => ['b' => 1], 2]",
      'new a',
      'new a(1, 2)',
      'new \\a\\b()',
      'f()',
      'a\\f($x, $y[1], $z->w)',
    ],
    ...[
      '$a || $b && !$c',
      '$a | $b | C',
      '$a === 1 || $b !== "x"',
      '1 < 2',
      '$a>=2&&!$b',
      '!!$a',
      '! f($a) . "b"',
      '$a ||!$b',
    ],
    ...[
      '1 + 2 . 3',
      '$a . "b" == $c . "d"',
      '2*-1',
      '$a ? 1 : 2',
      '$a ?: 2',
      '$a == 1 ? f($b) : C',
      '($a ? 1 : 2) ? 3 : 4',
    ],
    ...[
      '$a ? 1 : ($b ? 2 : 3)',
      '$a ? [1 => 2] : $b . "c"',
      '(int) $a',
      '(string)$a . "b"',
      '( Array ) f()',
      '(bool) !$a',
      '!(bool) $a',
      '(int) ($a + 1)',
    ],
    ...[
      'empty($a["b"])',
      '!empty($a)',
      'isset($a, $b->c[1])',
      'exit',
      'die("x")',
      'f() || exit(1)',
      "require_once $a . '/b.php'",
      "include('a.php')",
    ],
    ...['$x', '$x[1][2]', '$x->y->z', '$x->y()', 'f(g(h()))', "'k' => 'v'", 'a::B => c::D', '$a[$b::C]'],
  ])('%s', (source) => {
    const both = read(source);
    if (both) expect(both.ours).toEqual(both.theirs);
  });
});

it('sums bind before texts are joined, as in PHP 8', () => {
  expect(read('1 . 2 + 3')?.ours).toMatchObject({ items: [{ value: { type: '.', right: { type: '+' } } }] });
});

describe('statements as php-parser reads them', () => {
  it.each([
    'if ($a) { return 1; }',
    'if (!$a || f($b)) { $c = 1; } elseif ($b) { $c = 2; } else { return; }',
    'if ($a) { } else if ($b) { $c = []; }',
    'foreach ($a as $b) { $c[] = $b; }',
    'foreach (self::all($a) as $k => $v) { if ($k) { $c[$k] = new d($v); } }',
    '$a .= "b"; $a += [1]; $a[1] .= f();',
    'require_once($CFG->dirroot . "/a.php"); include_once "b.php";',
    'foreach ($a as $b) { if ($b) { continue; } break; }',
    'if (self::$a === null) { self::$a["x"] = static::$b; }',
    'unset($a[1], $b->c); throw new \\a\\b("c", $d);',
    'global $CFG, $DB; defined("A") || die();',
  ])('%s', (statements) => {
    const { tokens, functions } = islandsOf(`<?php function f() { ${statements} }`);
    const both = readings(tokens, functions[0]!, 'function');
    expect(both?.ours).toEqual(both!.theirs);
  });
});

describe('statements left to php-parser', () => {
  it.each([
    'if ($a): endif;',
    'if ($a) return;',
    'foreach ($a as &$b) {}',
    'foreach ($a as [$b]) {}',
    '$a -= 1;',
    '[$a, $b] = $c;',
    '$a = $b = 1;',
    'while ($a) {}',
  ])('%s', (statements) => {
    const { tokens, functions } = islandsOf(`<?php function f() { ${statements} }`);
    expect(quickParse(tokens, functions[0]!, 'function')).toBeUndefined();
  });
});

describe('left to php-parser', () => {
  it.each([
    ...[
      'fn() => 1',
      'function () {}',
      '$a ?? 1',
      '...$a',
      '&$a',
      '1 & 2',
      '1 <=> 2',
      '1 == 2 != 3',
      '$a ? 1 : 2 ? 3 : 4',
      '!$a instanceof b',
      '($a .= 1)',
      '-$a',
      '$a ? $b ? 1 : 2 : 3',
      '$$a',
      '${a}',
      '"$a"',
      '"{$a}"',
    ],
    ...['$a = 1', '$a++', 'clone $a', 'match (1) {}', 'f(a: 1)', 'f(...)', '__DIR__', '1 ** 2', '2 . = 3', '$a{0}'],
    ...['new class {}', 'new $a', 'static fn() => 1', '<<<A\nb\nA', '$a?->b', 'list($a)', 'print 1', '1 2'],
  ])('%s', (source) => {
    expect(read(source)).toBeUndefined();
  });
});

/** A real Moodle tree, where there is one. */
const { MOODLE_DIR } = process.env;
if (MOODLE_DIR !== undefined)
  it('so in a Moodle tree', () => {
    const paths = readdirSync(MOODLE_DIR, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(db\/services|db\/access|externallib|classes\/external\/\w+|classes\/external)\.php$/.test(path),
    );
    for (const path of paths) compare(readFileSync(join(MOODLE_DIR, path), 'utf8'));
    expect(paths.length).toBeGreaterThan(300);
  }, 120_000);
