import { describe, expect, it } from 'vitest';
import { run } from '../program.testkit.ts';

// None of these is timed: what is asserted is that a budget ends them, and the budgets count work.
describe('what would never end, or grow without end, is ended', () => {
  it.each([
    ['a loop', 'while (true) {}', 'Too many steps'],
    ['an empty for', 'for (;;);', 'Too many steps'],
    ['nested loops', 'foreach (range(1, 9999) as $a) foreach (range(1, 9999) as $b) $c = 1;', 'Too many steps'],
    ['a function that calls itself', 'function f($x) { return f($x . 1); } f(1);', 'nested too deep'],
    ['a closure that calls itself', '$f = function () use (&$f) { return $f(); }; $f();', 'nested too deep'],
    ['both ways of a branch', 'function f($n) { if (u()) { f($n); } f($n); } f(1);', 'nested too deep|Too many steps'],
    [
      'branches in branches',
      'function f($n) { if ($n == 0) return 1; if (u()) { return f($n - 1); } return f($n - 1); } f(30);',
      'Too many steps',
    ],
    ['a text that doubles', "$a = 'aaaaaaaa'; while (true) $a .= $a;", 'grew too long'],
    ['a text in a text', '$a = \'aaaaaaaa\'; while (true) $a = "$a$a";', 'grew too long'],
    ['an array that doubles', '$a = [1]; while (true) $a = array_merge($a, $a);', 'grew too large|Too many steps'],
    ['an array in itself', '$a = [1]; while (true) $a = [$a, $a];', 'grew too large'],
    ['an array that is filled', '$a = []; while (true) $a[] = str_repeat("a", 1000);', 'Too much memory'],
    ['arrays in variables', 'while (true) { $$n = range($n++, 9999); }', 'Too much memory|Too many steps'],
    ['texts in an array', 'for ($n = 1; true; $n++) $a[] = str_repeat("a", 299999 - $n);', 'Too much memory'],
    [
      'arrays in objects',
      'while (true) { $o = new stdClass; $o->next = $p; $o->a = range(1, 9999); $p = $o; }',
      'Too much memory',
    ],
    [
      'copies of an array',
      '$a = range(1, 9999); while (true) { $a[] = 1; $o = new stdClass; $o->next = $p; $o->a = $a; $p = $o; }',
      'Too much memory',
    ],
    [
      'copies by unset',
      '$a = range(1, 9999); foreach ($a as $k => $v) { unset($a[$k]); $$k = $a; }',
      'Too much memory',
    ],
    [
      'arrays that are sorted',
      'while (true) { $a = range(1, 9999); rsort($a); $o = new stdClass; $o->next = $p; $o->a = $a; $p = $o; }',
      'Too much memory',
    ],
    [
      'clones',
      '$o = (object) range(1, 9999); while (true) { $p = clone $o; $p->next = $q; $q = $p; }',
      'Too much memory',
    ],
    [
      'closures',
      '$x = range(1, 99); extract(array_combine(array_map(fn($i) => "v$i", $x), $x)); while (true) { $f = fn() => $f; }',
      'Too much memory|Too many steps',
    ],
    [
      'both ways of arrays',
      'while (true) { if (u()) { $a = range(1, 9999); } else { $a = range(2, 9999); } $o = new stdClass; $o->next = $p; $o->a = $a; $p = $o; }',
      'Too much memory',
    ],
    [
      'many arguments',
      '$a = range(1, 9999); function f(...$all) { while (true) { $o = new stdClass; $o->next = $p; $o->a = func_get_args(); $p = $o; } } f(...$a);',
      'Too much memory',
    ],
    [
      'arrays in arrays',
      '$a = range(1, 9999); while (true) { $o = new stdClass; $o->next = $p; $o->a = array_chunk($a, 1); $p = $o; }',
      'Too much memory',
    ],
    ['an array of arrays', `$a = range(1, 9999); $r = [${'...$a, '.repeat(3000)}];`, 'Too much memory'],
    ['a merge of arrays', `$a = range(1, 9999); $r = array_merge(${'$a, '.repeat(25)}[]);`, 'too large'],
    ['comparisons of large arrays', '$a = range(1, 9999); $b = range(1, 9999); while ($a == $b);', 'Too many steps'],
    ['calls with large texts', '$a = str_repeat("a", 99999); while (true) strtoupper($a);', 'Too much memory'],
    [
      'a trait that uses itself',
      'trait t { use t, t, t, t, t, t, t, t, t, t; } class a { use t, t, t; } a::x(); $r = 1;',
      '^1$',
    ],
    [
      'classes in a circle',
      "class a extends b {} class b extends a {} $o = new a; $r = [property_exists('a', 'p'), $o instanceof c, defined('a::X')]; $r = 1; a::x();",
      '^1$',
    ],
    ['interfaces in a circle', 'interface a extends b {} interface b extends a {} $x = a::X; $r = 1;', '^1$'],
    ['a constant of itself', 'class a { const X = self::Y; const Y = self::X; } $r = a::X;', 'refers to itself'],
    ['a global constant of itself', 'const X = Y; const Y = X; $x = X; $r = 1;', '^1$'],
  ])('%s', (_, php, end) => {
    expect(JSON.stringify(run(php)).replaceAll('"', '')).toMatch(new RegExp(end));
  });

  it('what would be too long is not even made', () => {
    const results = run(`$a = str_repeat('ab', 40000); $r = [
      str_replace('a', $a, $a), str_ireplace('a', $a, $a), implode($a, range(1, 99)), sprintf('%1$s%1$s%1$s%1$s', $a), strtr($a, ['a' => $a]),
      str_repeat('a', 1e9), str_repeat('', INF), str_pad('a', 1e9), sprintf('%999999999s', 'a'), range(1, 1e9), range(0, INF), array_fill(0, 1e9, 1), array_pad([], 1e9, 1),
    ];`);
    expect(results).toHaveLength(13);
    for (const one of results as unknown[]) expect(JSON.stringify(one).length).toBeLessThan(1000);
  });

  it('objects that hold themselves are shown only so far', () => {
    const shown = JSON.stringify(run('$o = new stdClass; $o->a = $o; $o->b = $o; $o->c = $o; $r = $o;'));
    expect(shown.length).toBeLessThan(1_000_000);
  });

  it('a long text that is everywhere is shown only so often', () => {
    const shown = JSON.stringify(run('$r = array_fill(0, 9999, str_repeat("a", 299999));'));
    expect(shown.length).toBeLessThan(25_000_000);
  });

  it.each([
    ["$r = trim('b-', 'z-a]^\\\\');", 'b'],
    ["$r = rtrim(str_repeat(' ', 50000) . 'x');", 50_001],
    ["$r = str_ireplace('(.*', 'x', 'a(.*b');", 'axb'],
    ["$r = str_split('abc', 1e21);", ['abc']],
    ['$r = [__proto__ ?? 1, constructor, toString];', undefined],
  ])('nothing that is written becomes a pattern or a key of ours: %s', (php, result) => {
    const value = run(php);
    if (typeof result === 'number') expect(value).toHaveLength(result);
    else if (result !== undefined) expect(value).toEqual(result);
    else expect(JSON.stringify(value)).toContain('dynamic');
  });
});
