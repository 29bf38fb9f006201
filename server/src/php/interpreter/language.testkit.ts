/** PHP that puts something into `$r`, and what a PHP 8.2 has there. */
export const programs: Readonly<Record<string, readonly (readonly [php: string, result: unknown])[]>> = {
  'array keys': [
    [
      "$r = ['1' => 'a', '01' => 'b', 1.7 => 'c', true => 'd', null => 'e', '-5' => 'f', '-0' => 'g'];",
      { 1: 'd', '01': 'b', '': 'e', '-5': 'f', '-0': 'g' },
    ],
    ['$r = [5 => 1, 2, 3 => 4, 5]; $r[] = 6;', { 5: 1, 6: 2, 3: 4, 7: 5, 8: 6 }],
    ["$r = ['a' => 1, 'b' => 2]; $r['a'] = 3; unset($r['b']); $r['b'] = 4;", { a: 3, b: 4 }],
    ['$r = [1, 2, 3]; unset($r[2]); $r[] = 4;', { 0: 1, 1: 2, 3: 4 }],
    ["$r = ['x' => 1] + ['x' => 2, 'y' => 3];", { x: 1, y: 3 }],
    ["$a = ['k' => 1, 7]; $r = [...$a, ...[8], 'k' => 2];", { k: 2, 0: 7, 1: 8 }],
    ["$r = []; $r['a']['b'][] = 1; $r['a']['b'][] = 2;", { a: { b: [1, 2] } }],
    [
      "$r = ['__proto__' => 1, 'constructor' => 2]; $r['toString'] = 3;",
      JSON.parse('{"__proto__":1,"constructor":2,"toString":3}'),
    ],
    ['$a = [1]; $b = $a; $b[] = 2; $r = [$a, $b];', [[1], [1, 2]]],
  ],
  'arithmetic and comparison': [
    [
      '$r = [7 % 3, -7 % 3, 2 ** 3, 2 ** -1, 7 / 2, 6 / 3, 0x1F, 017, 0b11, 1_000, .5e1];',
      [1, -1, 8, 0.5, 3.5, 2, 31, 15, 3, 1000, 5],
    ],
    [
      '$r = [6 & 3, 6 | 3, 6 ^ 3, ~5, 1 << 4, -16 >> 2, 1 << 40, 0xFFFFFFFF & ~0xFF];',
      [2, 7, 5, -6, 16, -4, 1099511627776, 4294967040],
    ],
    ["$r = ['10' + 5, '1.5' * 2, '3' . 4, 1 . 2, '5 apples' == 5, -'3', +'4'];", [15, 3, '34', '12', false, -3, 4]],
    [
      "$r = [0 == 'a', '1' == '01', 100 == '1e2', null == false, [] == false, '0' == false, 'abc' == 0, null == '', '' == 0];",
      [false, true, true, true, true, true, false, true, false],
    ],
    [
      "$r = [1 <=> 2, 'a' <=> 'b', '10' <=> '9', '10' < '9a', 5 < 'abc', null < 'a', true > false];",
      [-1, -1, 1, true, true, true, true],
    ],
    [
      "$r = [[1, 2] == [2 => 1], [1, 2] === [1 => 2, 0 => 1], [1, 2] == [1 => 2, 0 => 1], ['a' => 1] === ['a' => 1]];",
      [false, false, true, true],
    ],
    [
      "$r = ['a' . 1 + 2 . 'b', 'a' . 1 + 2 - 3 . 'b', ('1' . 1) + 2, 'x' . 2 * 3, 1 + 2 . '']; ",
      ['a3b', 'a0b', 13, 'x6', '3'],
    ],
    [
      "$a = 5; $a .= 1; $b = 2; $b **= 3; $c = null; $c ??= 'd'; $e = 6; $e /= 4; $r = [$a, $b, $c, $e, $a++ + ++$a];",
      ['51', 8, 'd', 1.5, 104],
    ],
    [
      "$r = [true && 0, false || 'x', !'' , true xor true, (true and false), 1 <=> 1, !1 + 1];",
      [false, true, true, false, false, 0, 1],
    ],
    [
      "$r = [0 ?: 'a', 'b' ?: 'c', null ?? 'd', $u ?? 'e', $u['x']['y'] ?? 'f', isset($u), empty($u), isset($u['x'])];",
      ['a', 'b', 'd', 'e', 'f', false, true, false],
    ],
    [
      "$r = [(int) '12abc', (int) 3.9, (int) true, (string) 1.5, (bool) '0', (array) 'a', (float) '1e3', (int) '1e3', (array) null];",
      [12, 3, 1, '1.5', false, ['a'], 1000, 1000, []],
    ],
    [
      "$r = [0.1 + 0.2 . '', 1 / 3 . '', 1e-5 . '', 1.0 . '', true . '', null . 'x', -1.5 . ''];",
      ['0.3', '0.33333333333333', '1.0E-5', '1', '1', 'x', '-1.5'],
    ],
  ],
  texts: [
    [
      "$a = 'x'; $b = ['k' => 'y', 'n' => ['z']]; $o = new stdClass; $o->p = 'w'; $r = \"$a $b[k] {$b['n'][0]} $o->p {$o->p}s \\$a \\x41\\101\\u{e9}\\t|\";",
      'x y z w ws $a AAé\t|',
    ],
    ["$a = 1; $r = 'a\\n\\'$a' . '\\\\';", "a\\n'$a\\"],
    ["$a = 'v'; $r = <<<X\n    a $a\n      {$a}b\n    X;", 'a v\n  vb'],
    ["$r = <<<'X'\n  a $a\n  X;", 'a $a'],
    [
      "$r = [ucfirst('éa'), ucwords('a b-c', '-'), strtoupper('äb'), mb_strtoupper('äb'), lcfirst('AB'), ucwords('hello  world')];",
      ['éa', 'A b-C', 'äB', 'ÄB', 'aB', 'Hello  World'],
    ],
    [
      "$r = [trim(' a '), trim('/a-b/', '/-'), rtrim('abc', 'a..c'), ltrim('0012', '0'), trim('[a]', '[]'), rtrim('a^', '^'), trim('--a', '--')];",
      ['a', 'a-b', '', '12', 'a', 'a', 'a'],
    ],
    [
      "$r = [str_replace(['a', 'b'], ['b', 'c'], 'ab'), str_replace('a', '', 'banana'), str_ireplace('A', 'x', 'aAb'), strtr('hi all', ['hi' => 'hello', 'hello' => 'x', 'a' => 'b']), strtr('abc', 'ab', 'xy')];",
      ['cc', 'bnn', 'xxb', 'hello bll', 'xyc'],
    ],
    [
      "$r = [explode(',', 'a,b,c'), explode(',', 'a,b,c', 2), explode(',', 'a,b,c', -1), implode('-', [1, null, true]), implode(['a', 'b']), str_split('abcde', 2), explode(',', '')];",
      [['a', 'b', 'c'], ['a', 'b,c'], ['a', 'b'], '1--1', 'ab', ['ab', 'cd', 'e'], ['']],
    ],
    [
      "$r = [sprintf('%05d|%-5s|%5s|%.2f|%x|%%', 42, 'ab', 'cd', 1.005, 255), sprintf('%2$s %1$s', 'a', 'b'), sprintf(\"%'*6s\", 'a'), vsprintf('%s-%s', ['x', 'y'])];",
      ['00042|ab   |   cd|1.00|ff|%', 'b a', '*****a', 'x-y'],
    ],
    [
      "$r = [substr('abcdef', 2), substr('abcdef', -2), substr('abcdef', 1, 2), substr('abcdef', 1, -2), substr('abc', 5), strpos('abc', 'd'), strpos('abcb', 'b', 2), strrpos('abcb', 'b')];",
      ['cdef', 'ef', 'bc', 'bcd', '', false, 3, 3],
    ],
    [
      "$r = [str_pad('a', 3), str_pad('7', 3, '0', STR_PAD_LEFT), str_repeat('ab', 2), strrev('abc'), strlen('é'), substr_count('aXbXc', 'X'), str_contains('abc', ''), nl2br(\"a\\nb\")];",
      ['a  ', '007', 'abab', 'cba', 2, 2, true, 'a<br />\nb'],
    ],
    [
      "$r = [strstr('user@x', '@'), strstr('user@x', '@', true), strrchr('a/b/c', '/'), basename('/a/b.php', '.php'), dirname('/a/b/c', 2), dirname('/a/b')];",
      ['@x', 'user', '/c', 'b', '/a', '/a'],
    ],
    [
      "$r = [json_encode(['a' => '/é', 'b' => [1, 2], 'c' => null]), json_encode('/é', JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), json_encode([])];",
      ['{"a":"\\/\\u00e9","b":[1,2],"c":null}', '"/é"', '[]'],
    ],
    [
      "$r = [round(2.5), round(-2.5), round(1.005, 2), round(1234, -2), intdiv(7, 2), floor(-1.5), max(1, '2', 3.5), min([4, 2, 8]), max('apple', 'banana'), abs(-3)];",
      [3, -3, 1.01, 1200, 3, -2, 3.5, 2, 'banana', 3],
    ],
  ],
  'array functions': [
    ["$r = array_merge(['a' => 1, 5 => 'x'], ['a' => 2, 'y'], []);", { a: 2, 0: 'x', 1: 'y' }],
    [
      "$r = array_merge_recursive(['a' => 1, 'b' => ['c' => 1], 5], ['a' => 2, 'b' => ['c' => 3, 'd' => 4], 6]);",
      { a: [1, 2], b: { c: [1, 3], d: 4 }, 0: 5, 1: 6 },
    ],
    [
      "$r = [array_replace(['a', 'b'], [1 => 'c', 3 => 'd']), array_replace_recursive(['x' => ['a' => 1, 'b' => 2]], ['x' => ['b' => 3]])];",
      [{ 0: 'a', 1: 'c', 3: 'd' }, { x: { a: 1, b: 3 } }],
    ],
    [
      "$a = ['a' => 1, 'b' => 2, 'c' => 3]; $r = [array_diff_key($a, ['b' => 0]), array_intersect_key($a, ['b' => 0, 'c' => 0]), array_diff($a, [3]), array_intersect($a, ['1']), array_diff_assoc($a, ['a' => 1, 'b' => 9])];",
      [{ a: 1, c: 3 }, { b: 2, c: 3 }, { a: 1, b: 2 }, { a: 1 }, { b: 2, c: 3 }],
    ],
    [
      "$r = [array_map(fn($x) => $x * 2, ['a' => 1, 'b' => 2]), array_map(null, [1, 2], ['x', 'y']), array_map(fn($a, $b) => $a . $b, ['k' => 1], [2]), array_map('strtoupper', ['a'])];",
      [
        { a: 2, b: 4 },
        [
          [1, 'x'],
          [2, 'y'],
        ],
        ['12'],
        ['A'],
      ],
    ],
    [
      "$r = [array_filter([1, 0, 2, null]), array_filter(['a' => 1, 'b' => 2], fn($k) => $k !== 'a', ARRAY_FILTER_USE_KEY), array_filter([1, 2, 3], fn($v, $k) => $v > 1 && $k < 2, ARRAY_FILTER_USE_BOTH)];",
      [{ 0: 1, 2: 2 }, { b: 2 }, { 1: 2 }],
    ],
    [
      "$r = [array_combine(['a', 'b'], [1, 2]), array_fill_keys(['x', 5], 0), array_fill(3, 2, 'v'), array_flip(['a', 'b']), array_pad([1], 3, 0), array_pad([1], -3, 0)];",
      [{ a: 1, b: 2 }, { x: 0, 5: 0 }, { 3: 'v', 4: 'v' }, { a: 0, b: 1 }, [1, 0, 0], [0, 0, 1]],
    ],
    [
      "$r = [array_slice([1, 2, 3, 4], 1, 2), array_slice(['a' => 1, 5 => 2, 6 => 3], 1), array_slice([1, 2, 3], -2, 1), array_slice([1, 2, 3], 1, -1, true), array_chunk([1, 2, 3], 2), array_column([['id' => 3, 'n' => 'a'], ['id' => 4, 'n' => 'b']], 'n', 'id')];",
      [[2, 3], [2, 3], [2], { 1: 2 }, [[1, 2], [3]], { 3: 'a', 4: 'b' }],
    ],
    [
      "$a = [3, 1, 2]; sort($a); $b = ['b' => 1, 'a' => 2]; ksort($b); $c = ['x' => 2, 'y' => 1]; asort($c); $d = [1, 3, 2]; usort($d, fn($p, $q) => $q <=> $p); $e = ['b', 'a']; rsort($e); $r = [$a, $b, $c, $d, $e];",
      [[1, 2, 3], { a: 2, b: 1 }, { y: 1, x: 2 }, [3, 2, 1], ['b', 'a']],
    ],
    [
      '$a = [1, 2, 3]; $x = array_shift($a); $y = array_pop($a); array_push($a, 4, 5); array_unshift($a, 0); $r = [$x, $y, $a];',
      [1, 3, [0, 2, 4, 5]],
    ],
    [
      "$a = [1, 2, 3, 4]; $x = array_splice($a, 1, 2, ['x']); $b = [1, 2]; array_splice($b, 1, 0, [9, 8]); $r = [$x, $a, $b];",
      [
        [2, 3],
        [1, 'x', 4],
        [1, 9, 8, 2],
      ],
    ],
    ["$a = ['x' => 1]; array_walk($a, function (&$v, $k, $p) { $v = \"$p$k$v\"; }, 'p'); $r = $a;", { x: 'px1' }],
    [
      "$r = [in_array('1', [1, 2]), in_array('1', [1, 2], true), array_search(2, ['a' => 2]), array_key_exists('a', ['a' => null]), array_keys(['a' => 1, 'b' => 2, 'c' => 1], 1), array_unique([1, '1', 2]), array_sum([1, '2']), array_product([2, 3]), range(1, 7, 3), range('a', 'c'), range(3, 1)];",
      [true, false, 'a', true, ['a', 'c'], { 0: 1, 2: 2 }, 3, 6, [1, 4, 7], ['a', 'b', 'c'], [3, 2, 1]],
    ],
    ["$x = 1; $y = 2; $r = compact('x', ['y', 'z']); extract(['w' => 3]); $r['w'] = $w;", { x: 1, y: 2, w: 3 }],
    [
      "$a = [5, 6]; $r = [array_reduce([1, 2, 3], fn($c, $i) => $c + $i, 10), array_reverse(['a' => 1, 2, 3]), array_reverse([1, 2], true), array_key_last([1, 2]), count([1, [2]]), array_is_list([1 => 1]), current($a), end($a), reset($a)];",
      [16, { 0: 3, 1: 2, a: 1 }, { 1: 2, 0: 1 }, 1, 2, false, 5, 6, 5],
    ],
  ],
  'control flow': [
    [
      "$r = []; foreach (['a' => 1, 'b' => 2, 'c' => 3] as $k => $v) { if ($k === 'b') continue; $r[$v] = $k; }",
      { 1: 'a', 3: 'c' },
    ],
    ["$r = ['a' => 1, 'b' => 2]; foreach ($r as $k => &$v) { $v = $v * 10; } unset($v); $v = 5;", { a: 10, b: 20 }],
    ['$r = []; foreach ([[1, [2, 3]], [4, [5, 6]]] as [$a, [, $b]]) $r[] = $a + $b;', [4, 10]],
    ["$r = []; foreach ([['id' => 1, 'n' => 'a']] as ['n' => $n, 'id' => $id]) $r[$n] = $id;", { a: 1 }],
    ['$r = []; for ($i = 0, $j = 5; $i < $j; $i++, $j--) { if ($i == 1) continue; $r[] = $i . $j; }', ['05', '23']],
    ['$r = 0; while (true) { if (++$r > 4) break; } do { $r += 10; } while ($r < 30);', 35],
    [
      '$r = []; foreach ([1, 2] as $a) { foreach ([1, 2, 3] as $b) { if ($b == 2) continue 2; if ($a == 2) break 2; $r[] = $a . $b; } }',
      ['11'],
    ],
    [
      "function f($x) { switch ($x) { case 1: $r = 'a'; case 2: $r = ($r ?? '') . 'b'; break; default: $r = 'd'; case 4: $r = ($r ?? '') . 'e'; } return $r; } $r = [f(1), f(2), f(3), f(4), f('1')];",
      ['ab', 'b', 'de', 'e', 'ab'],
    ],
    [
      "$r = []; foreach ([1, 5, 9] as $x) $r[] = match (true) { $x < 3 => 'low', $x < 7, $x < 8 => 'mid', default => 'high' };",
      ['low', 'mid', 'high'],
    ],
    [
      "function f($x) { try { if ($x) throw new e('no'); return 'try'; } catch (e $e) { return 'catch ' . $e->m; } finally { global $log; $log[] = $x; } } class e extends Exception { public $m; function __construct($m) { $this->m = $m; } } $log = []; $r = [f(0), f(1)];",
      ['try', 'catch no'],
    ],
    ["function f() { try { throw new Exception('a'); } finally { return 'finally'; } } $r = f();", 'finally'],
    [
      "class a extends Exception {} class b extends a {} function f($x) { try { throw $x; } catch (b $e) { return 'b'; } catch (a | Error $e) { return 'a'; } } $r = [f(new a), f(new b)];",
      ['a', 'b'],
    ],
    [
      "[$a, [$b]] = [1, [2]]; ['x' => $c, 'y' => $d] = ['y' => 4, 'x' => 3]; list(, $e) = [5, 6]; [$a, $b] = [$b, $a]; $r = [$a, $b, $c, $d, $e];",
      [2, 1, 3, 4, 6],
    ],
    ['$r = []; $i = 5; do { $r[] = $i; } while ($i-- > 4);', [5, 4]],
  ],
  'functions and references': [
    [
      'function f($a, $b = 2, ...$c) { return [$a, $b, $c]; } $r = [f(1), f(1, 3, 4, 5), f(b: 7, a: 6), f(...[1, 2, 3])];',
      [
        [1, 2, []],
        [1, 3, [4, 5]],
        [6, 7, []],
        [1, 2, [3]],
      ],
    ],
    ['function f(...$o) { return $o; } $r = f(1, x: 2);', { 0: 1, x: 2 }],
    ['function add(&$list, $x) { $list[] = $x; } $r = []; add($r, 1); add($r, 2);', [1, 2]],
    ["$a = ['x' => ['y' => 1]]; $b = &$a['x']['y']; $b = 5; $r = $a;", { x: { y: 5 } }],
    ['$n = 1; $f = function () use ($n) { $n++; return $n; }; $r = [$f(), $f(), $n];', [2, 2, 1]],
    ['$n = 1; $f = function () use (&$n) { $n++; return $n; }; $r = [$f(), $f(), $n];', [2, 3, 3]],
    ['$n = 1; $f = fn() => $n; $n = 2; $g = fn($x) => fn($y) => $x . $y . $n; $r = [$f(), $g(3)(4)];', [1, '342']],
    ['$fs = []; foreach ([1, 2] as $i) { $fs[] = fn() => $i; } $r = array_map(fn($f) => $f(), $fs);', [1, 2]],
    ['function c() { static $n = 0; return ++$n; } $r = [c(), c(), c()];', [1, 2, 3]],
    [
      "function f() { return func_get_args(); } $r = [call_user_func('f', 1), call_user_func_array('f', [2, 3]), f(4)];",
      [[1], [2, 3], [4]],
    ],
    [
      'function f($x) { $x->a = 1; $x = null; } $o = new stdClass; f($o); $p = clone $o; $p->a = 2; $r = [$o->a, $p->a, isset($o->b)];',
      [1, 2, false],
    ],
    ["function f(array $o = ['a' => PHP_EOL]) { return $o; } $r = f();", { a: '\n' }],
    ["$name = 'n'; $$name = 3; $f = 'strtoupper'; $r = [$n, $f('x')];", [3, 'X']],
    ['function &f() { static $a = [1]; return $a; } $r = f();', [1]],
  ],
  patterns: [
    [
      "$m = 1; $r = [preg_match('/@(\\w+)\\s+(?P<type>\\S+)( x)?/', ' * @var int The id', $m), $m, preg_match('/z/', 'a', $m), $m];",
      [1, { 0: '@var int', 1: 'var', type: 'int', 2: 'int' }, 0, []],
    ],
    [
      "$r = [preg_match_all('~@(\\w)(\\d)?~', '@a1 @b', $m), $m, preg_match_all('/(a)(b)?/', 'ab a', $n, PREG_SET_ORDER), $n];",
      [
        2,
        [
          ['@a1', '@b'],
          ['a', 'b'],
          ['1', ''],
        ],
        2,
        [
          ['ab', 'a', 'b'],
          ['a', 'a'],
        ],
      ],
    ],
    [
      "$r = [preg_replace('/(\\w+)_(\\w+)/', '$2-\\1${1}', 'a_b c'), preg_replace_callback('#[a-c]#i', fn ($m) => strtoupper($m[0]) . '!', 'xaB'), preg_split('/[\\s,]+/', ' a, b'), preg_split('//', 'abc', -1, PREG_SPLIT_NO_EMPTY)];",
      ['b-aa c', 'xA!B!', ['', 'a', 'b'], ['a', 'b', 'c']],
    ],
    [
      '$r = [preg_match(\'/^a.$/m\', "x\\nab\\ny"), preg_match(\'/b$/\', "ab\\n"), preg_match(\'/b$/D\', "ab\\n"), preg_match(\'/a.b/s\', "a\\nb"), preg_match(\'/^.b/\', "\\rb")];',
      [1, 1, 0, 1, 1],
    ],
  ],
  versions: [
    [
      "$r = [version_compare('4.4.1', '4.10', '<'), version_compare('4.4', '4.4.0'), version_compare('4.2dev', '4.2', 'ge'), version_compare('1.0rc1', '1.0', 'lt'), version_compare('1.0', '1.0pl1'), version_compare('2023', '2023.0', '==')];",
      [true, -1, false, true, -1, false],
    ],
  ],
  'callables and generators': [
    ["$f = strtoupper(...); $r = [$f('a'), array_map(trim(...), [' b '])];", ['A', ['b']]],
    [
      'class C { public $n = 2; public static function two() { return [self::one(...), (new static)->times(...)]; } private static function one($a) { return $a + 1; } function times(...$a) { return $this->n * array_sum($a); } }\n[$f, $g] = C::two(); $r = [$f(1), $g(2, 3), $f->__invoke(5)];',
      [2, 10, 6],
    ],
    [
      "function g() { yield 'a' => 1; yield 2; yield from ['b' => 3]; }\n$r = []; foreach (g() as $k => $v) $r[$k] = $v;",
      { a: 1, 0: 2, b: 3 },
    ],
    ['function g($n) { for ($i = 0; $i < $n; $i++) { yield $i * $i; } }\n$r = iterator_to_array(g(3));', [0, 1, 4]],
  ],
  classes: [
    [
      "class a { const X = self::Y . 'x'; const Y = 'y'; public $p = [self::X]; static $s = 1; } $o = new a; a::$s += 2; $r = [a::X, $o->p, a::$s, a::class, $o::class, $o instanceof a];",
      ['yx', ['yx'], 3, 'a', 'a', true],
    ],
    [
      'class a { static function make() { return new static; } function who() { return static::class . self::class . get_class($this) . __CLASS__ . __FUNCTION__ . __METHOD__; } } class b extends a {} $r = b::make()->who();',
      'babawhoa::who',
    ],
    [
      "class a { static function x() { return static::y(); } static function y() { return 'a'; } } class b extends a { static function y() { return 'b' . parent::y(); } static function z() { return [a::x(), parent::x(), self::x()]; } } $r = [b::x(), b::z()];",
      ['ba', ['a', 'ba', 'ba']],
    ],
    [
      'class a { function __construct(public int $x, protected $y = 2, private readonly array $z = []) {} function y() { return $this->y; } } $r = [(new a(1))->x, (new a(y: 5, x: 1))->y()];',
      [1, 5],
    ],
    [
      'class a { private $v = []; function __get($n) { return "got $n"; } function __clone() { $this->v = \'cloned\'; } function v() { return $this->v; } } $a = new a; $b = clone $a; $r = [$a->zzz, $b->v(), $a->v()];',
      ['got zzz', 'cloned', []],
    ],
    [
      "abstract class a { abstract function n(); function hi() { return $this->n(); } } class b extends a { function n() { return 'b'; } } $r = (new b)->hi();",
      'b',
    ],
    [
      'interface i { const X = 1; } interface j extends i { const Y = 2; } class a implements j {} class b extends a {} $r = [a::X, b::Y, b::X, (new b) instanceof i];',
      [1, 2, 1, true],
    ],
    [
      "class a { function __invoke($x) { return $x + 1; } function m($x) { return $x * 2; } static function s($x) { return $x * 3; } } $o = new a; $r = [$o(1), call_user_func([$o, 'm'], 2), call_user_func(['a', 's'], 3), call_user_func('a::s', 4), array_map([$o, 'm'], [5])];",
      [2, 4, 9, 12, [10]],
    ],
    [
      'class a { public $f; function run() { return ($this->f)(2); } } $a = new a; $k = 3; $a->f = fn($x) => $x * $k; $r = $a->run();',
      6,
    ],
    [
      "class a { protected static $cache = []; static function get($k) { if (!isset(self::$cache[$k])) { self::$cache[$k] = count(self::$cache); } return self::$cache[$k]; } } $r = [a::get('x'), a::get('y'), a::get('x')];",
      [0, 1, 0],
    ],
    [
      'class a { public $list = []; function add($x) { $this->list[] = $x; return $this; } } $r = (new a)->add(1)->add(2)->list;',
      [1, 2],
    ],
    [
      "class a {} class b extends a { function x() { return [get_parent_class($this), is_a($this, 'a'), is_subclass_of('b', 'a'), method_exists('b', 'X'), class_exists('zz'), property_exists('b', 'p')]; } } $r = (new b)->x();",
      ['a', true, true, true, false, false],
    ],
    [
      "class a { const M = 'm'; public $p = 1; static function s() { return 's'; } } $c = 'a'; $o = new $c; $p = 'p'; $s = 's'; $r = [constant('a::M'), $o->$p, $o->{'p'}, $c::M, $c::s(), a::$s(), $o?->p, null?->p];",
      ['m', 1, 1, 'm', 's', 's', 1, null],
    ],
    [
      "class a { public $x = 1; private $y = 2; } $o = (array) new stdClass; $p = (object) ['k' => 1]; $p->z = 2; $r = [$o, $p, get_object_vars($p)];",
      [[], { k: 1, z: 2 }, { k: 1, z: 2 }],
    ],
  ],
  'magic methods': [
    [
      'class C { function __call($n, $a) { return [$n, $a]; } static function __callStatic($n, $a) { return "$n!"; } function __toString() { return "text"; } }\n$c = new C; $r = [$c->some(1, 2), C::other(), "a $c", $c . "b", (string) $c];',
      [['some', [1, 2]], 'other!', 'a text', 'textb', 'text'],
    ],
    [
      'class C implements ArrayAccess { private $a = []; function offsetExists($k): bool { return isset($this->a[$k]); } function offsetGet($k): mixed { return $this->a[$k]; } function offsetSet($k, $v): void { $this->a[$k] = $v; } function offsetUnset($k): void { unset($this->a[$k]); } }\n$c = new C; $c["x"] = 1; $c["y"] = 2; $c["x"] .= "z"; unset($c["y"]); $r = [$c["x"], isset($c["y"]), $c["n"] ?? "none"];',
      ['1z', false, 'none'],
    ],
    [
      'class C implements IteratorAggregate { public $p = 1; protected $q = 2; function getIterator(): Iterator { yield "k" => "v"; } }\nclass D { public $p = 1; protected $q = 2; private $s = 3; function all() { return array_map(fn ($one) => $one, iterator_to_array(new C)) + $this->own(); } private function own() { $o = []; foreach ($this as $k => $v) $o[$k] = $v; return $o; } }\n$o = []; foreach (new D as $k => $v) $o[$k] = $v; $r = [$o, (new D)->all()];',
      [{ p: 1 }, { k: 'v', p: 1, q: 2, s: 3 }],
    ],
    [
      'class I implements Iterator { private $i = 0; function rewind(): void { $this->i = 0; } function valid(): bool { return $this->i < 2; } function key(): mixed { return "k$this->i"; } function current(): mixed { return $this->i; } function next(): void { $this->i++; } }\n$r = []; foreach (new I as $k => $v) $r[$k] = $v;',
      { k0: 0, k1: 1 },
    ],
  ],
  'static variables': [
    [
      'class A { static function n() { static $n = 0; return ++$n; } } class B extends A {}\ntrait T { static function t() { static $n = 0; return ++$n; } } class C { use T; } class D { use T; }\n$r = [A::n(), B::n(), A::n(), C::t(), D::t()];',
      [1, 2, 3, 1, 1],
    ],
  ],
  traits: [
    [
      "trait t { public $p = 'own'; static $n = 0; static function hit() { return ++self::$n; } function who() { return self::class . static::class; } abstract function need(); } class a { use t; function need() { return 1; } } class b { use t; function need() { return 2; } } class c extends a {} a::hit(); a::hit(); $r = [a::$n, b::$n, (new a)->p, (new c)->who(), (new b)->need()];",
      [2, 0, 'own', 'ac', 2],
    ],
    [
      "trait t { function x() { return 't'; } } trait u { function x() { return 'u'; } function y() { return 'uy'; } } class a { use t, u { u::x insteadof t; t::x as protected tx; y as z; } function both() { return $this->x() . $this->tx() . $this->z() . $this->y(); } } $r = (new a)->both();",
      'utuyuy',
    ],
    [
      "trait t { static abstract function x(); static function call() { return static::x(); } } class p { static function x() { return 'parent'; } } class a extends p { use t; } $r = a::call();",
      'parent',
    ],
    [
      "trait t { function x() { return 'trait'; } } class p { function x() { return 'parent'; } } class a extends p { use t; } class b extends p { use t; function x() { return 'own ' . parent::x(); } } $r = [(new a)->x(), (new b)->x()];",
      ['trait', 'own parent'],
    ],
    [
      "trait inner { public $q = 3; function i() { return 'i'; } } trait outer { use inner; } class a { use outer; } $r = [(new a)->i(), (new a)->q];",
      ['i', 3],
    ],
  ],
  enums: [
    [
      "enum s: string { case A = 'a'; case B = 'b'; const D = self::B; function up() { return strtoupper($this->value); } static function f() { return self::A; } } $r = [s::A->value, s::B->name, s::D->up(), s::f() === s::A, array_map(fn($c) => $c->name, s::cases()), s::from('b')->name, s::tryFrom('z')];",
      ['a', 'B', 'B', true, ['A', 'B'], 'B', null],
    ],
    [
      "enum p: int { case INT = 1; case TEXT = 2; } $r = match (p::from(2)) { p::INT => 'int', p::TEXT => 'text' };",
      'text',
    ],
    ['enum p { case A; case B; } $r = [p::A instanceof p, p::A == p::B, p::A->name];', [true, false, 'A']],
  ],
  names: [
    [
      "namespace n; const C = 1; class a {} $r = [C, \\n\\C, namespace\\C, a::class, \\strlen('ab'), PHP_INT_SIZE, x\\y::class, namespace\\z::class];",
      [1, 1, 1, 'n\\a', 2, 8, 'n\\x\\y', 'n\\z'],
    ],
    [
      "namespace n; use x\\y as z, b\\c; use function n\\f as g; const D = 2; function f() { return 'f'; } $r = [z::class, z\\w::class, c::class, \\q::class, g(), D];",
      ['x\\y', 'x\\y\\w', 'b\\c', 'q', 'f', 2],
    ],
    [
      "define('A', 1); const B = A + 1; $r = [A, B, \\B, defined('A'), defined('ZZ'), constant('B')];",
      [1, 2, 2, true, false, 2],
    ],
  ],
};
