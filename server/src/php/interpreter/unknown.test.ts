import { describe, expect, it } from 'vitest';
import { run } from '../program.testkit.ts';

/** `u()` is nowhere declared, and so nobody knows what it answers. */
const unknown = (source: string) => ({ dynamic: source });
const u = unknown('u()');

const check = (cases: readonly (readonly [php: string, result: unknown])[]) => {
  it.each(cases)('%s', (php, result) => {
    expect(run(php)).toEqual(result);
  });
};

describe('what is unknown carries its source, and spreads', () => {
  check([
    ['$r = u();', u],
    ["$r = ['a' => u(), 'b' => 1];", { a: u, b: 1 }],
    [
      '$x = u(); $r = [$x . \'a\', $x + 1, -$x, "$x!", (int) $x, !$x];',
      ["$x . 'a'", '$x + 1', '-$x', '"$x!"', '(int) $x', '!$x'].map(unknown),
    ],
    [
      '$r = [$DB->get_record(), get_config("a"), time(), new nowhere(), nowhere::X, NOWHERE, $CFG->wwwroot];',
      ['$DB->get_record()', 'get_config("a")', 'time()', 'new nowhere()', 'nowhere::X', 'NOWHERE', '$CFG->wwwroot'].map(
        unknown,
      ),
    ],
    [
      "$x = u(); $r = [strtoupper($x), count($x), $x['k'], $x->p, $x->m(), isset($x['k']), $x ?? 1];",
      ['strtoupper($x)', 'count($x)', "$x['k']", '$x->p', '$x->m()', "isset($x['k'])"].map(unknown).concat([u]),
    ],
    ['$r = [fn() => 1, function () { return 2; }];', ['fn() => 1', 'function () { return 2; }'].map(unknown)],
    ['$r = true || u(); ', true],
    ['$r = [false && u(), u() && false, u() || true, null ?? 1];', [false, false, true, 1]],
  ]);
});

describe('null is known', () => {
  check([
    [
      "define('N', null); class a { const N = null; static function f() {} } $r = [N, a::N, a::f(), call_user_func('a::f'), array_shift($e), array_key_first([]), debugging('x')];",
      [null, null, null, null, unknown('array_shift($e)'), null, null],
    ],
    ['$a = []; $r = [array_pop($a), array_search(1, $a)];', [null, false]],
  ]);
});

describe('a branch on it runs both ways', () => {
  check([
    ['if (u()) { $a = 1; } else { $a = 1; } $b = 2; if (u()) $b = 3; $r = [$a, $b];', [1, u]],
    ["$r = ['a' => 1]; if (u()) { $r['b'] = 2; $r['a'] = 3; }", { a: u, b: 2 }],
    ["$r = ['a' => 1, 'b' => 2]; if (u()) unset($r['b']);", { a: 1, b: 2 }],
    ['$o = new stdClass; $o->x = 1; $o->y = 1; if (u()) { $o->x = 2; } $r = [$o->x, $o->y];', [u, 1]],
    ["function f() { if (u()) return ['a' => 1]; return ['a' => 1, 'b' => 2]; } $r = f();", { a: 1, b: 2 }],
    ['function f() { if (u()) { return 1; } throw new Exception; } $r = f();', 1],
    ['function f() { if (!u()) throw new Exception; return 1; } $r = f();', 1],
    ["$n = 0; $x = u() ? $n++ : 'a'; $r = [$n, $x];", [unknown("u() ? $n++ : 'a'"), unknown("u() ? $n++ : 'a'")]],
    ['$r = u() ? [1] : [1];', [1]],
    ["$r = u() ? 'x' : throw new Exception;", 'x'],
    ['$n = 1; u() && $n = 2; $r = $n;', unknown('')],
    ["$r = []; switch (u()) { case 1: $r['a'] = 1; break; case 2: $r['b'] = 2; break; }", { a: 1, b: 2 }],
    ['$r = 1; switch (u()) { case 1: $r = 2; break; default: $r = 2; }', 2],
    ["$x = 2; switch ($x) { case u(): $r = 'u'; break; case 2: $r = 'u'; break; default: $r = 'd'; }", 'u'],
    ["$r = match (u()) { 1 => 'a', default => 'b' };", unknown("match (u()) { 1 => 'a', default => 'b' }")],
    ['try { u(); $r = 1; } catch (Exception $e) { $r = 2; }', 1],
  ]);
});

/** Whether the array in `$r` surely has all its keys: then it can be counted. */
const certain = (php: string) => run(`${php} $r = count($r);`);

describe('keys that may be absent make an array partial', () => {
  it.each([
    ["$r = []; if (u()) $r['a'] = 1;"],
    ["$r = ['a' => 1]; if (u()) unset($r['a']);"],
    ["$r = ['a' => 1]; unset($r[u()]);"],
    ['$r = []; $r[u()] = 1;'],
    ['$r = [u() => 1];'],
    ["$r = ['a' => 1, ...u()];"],
    ["$r = array_merge(['a' => 1], u());"],
    ["$r = []; foreach (u() as $k => $v) $r['a'] = $v;"],
    ["$r = []; foreach (['a', 'b'] as $k) { if (u()) continue; $r[$k] = 1; }"],
    ["$r = []; foreach (['a', 'b'] as $k) { if ($k) { if (u()) continue; } $r[$k] = 1; }"],
    ["$r = []; foreach (['a', 'b'] as $k) { $r['all'] = 1; if (u()) break; $r[$k] = 1; }"],
    ["$r = []; foreach (['a', 'b'] as $k) { $r[$k] = 1; if (u()) break; }"],
    ["$r = []; while (u()) { $r['a'] = 1; }"],
    ["$r = []; switch (u()) { case 1: $r['a'] = 1; }"],
    ["$x = ['a' => 1]; if (u()) $x['b'] = 1; $r = []; foreach ($x as $k => $v) $r[$k] = $v;"],
    ["$x = ['a' => 1]; if (u()) $x['b'] = 1; $r = array_map(fn($v) => $v, $x);"],
    ["$x = ['a' => 1]; if (u()) $x['b'] = 1; $r = $x + ['c' => 2];"],
    ["$r = array_fill_keys(['a', u()], 1);"],
    ["$r = array_filter(['a' => u(), 'b' => 1]);"],
  ])('%s', (php) => {
    expect(certain(php)).toEqual(unknown('count($r)'));
  });

  it.each([
    ["$r = ['a' => u()];", 1],
    ["$r = []; if (u()) { $r['a'] = 1; } else { $r['a'] = 2; }", 1],
    ["$r = []; foreach (['a', 'b'] as $k) { $r[$k] = 1; if (u()) continue; $x = 1; }", 2],
    ["$r = []; foreach (['a'] as $k) { switch (u()) { case 1: break; } $r[$k] = 1; }", 1],
    ["$r = []; foreach (['a'] as $i) { foreach (['x'] as $j) { if (u()) break; $z = 1; } $r[$i] = 1; }", 1],
    ["$r = []; foreach (['a', 'b'] as $k) { if (u()) { $v = 1; } else { $v = 2; } $r[$k] = $v; }", 2],
  ])('but not by this: %s', (php, count) => {
    expect(certain(php)).toBe(count);
  });
});
