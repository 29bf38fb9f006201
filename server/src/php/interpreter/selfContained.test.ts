import { describe, expect, it } from 'vitest';
import { run } from '../program.testkit.ts';

const exporter = `class user {
    public static function structure() {
        $name = new stdClass;
        $name->type = 'text';
        return ['name' => $name, 'again' => $name];
    }
}`;

describe('a call that is the same in every request', () => {
  it('answers objects of its own each time', () => {
    expect(
      run(`${exporter}
        $a = user::structure();
        $a['name']->type = 'int';
        $r = [user::structure()['name']->type, $a['name']->type];`),
    ).toEqual(['text', 'int']);
  });

  it('answers one object where the original has one', () => {
    expect(
      run(`${exporter}
        user::structure();
        $b = user::structure();
        $b['name']->type = 'int';
        $r = $b['again']->type;`),
    ).toBe('int');
  });

  it('leaves its statics as the original does', () => {
    expect(
      run(`class fields {
          private static $cache = null;
          public static function fill() { if (self::$cache === null) { self::$cache = ['filled']; } }
          public static function all() { self::fill(); return self::$cache; }
          public static function raw() { return self::$cache; }
        }
        class other { public static function all() { return fields::all(); } }
        other::all();
        $r = fields::raw();`),
    ).toEqual(['filled']);
  });

  it.each<[string, string, unknown]>([
    [
      'counts in a static variable',
      'class c { public static function next() { static $n = 0; $n += 1; return $n; } } $r = [c::next(), c::next(), c::next()];',
      [1, 2, 3],
    ],
    [
      'reads a static property that was written meanwhile',
      "class c { public static $x = 'a'; public static function x() { return self::$x; } } $r = [c::x()]; c::$x = 'b'; $r[] = c::x();",
      ['a', 'b'],
    ],
    [
      'reads a setting that was changed meanwhile',
      'class c { public static function lang() { global $CFG; return $CFG->lang; } } class d { public static function set() { global $CFG; $CFG->lang = "fr"; } } $r = [c::lang()]; d::set(); $r[] = c::lang();',
      ['en', 'fr'],
    ],
    [
      'answers a case of an enum, of which there is one',
      'enum suit { case Hearts; public static function best() { return self::Hearts; } } class d { public static function best() { return suit::Hearts; } } $r = d::best() === suit::best();',
      true,
    ],
    [
      'throws',
      "class c { public static function fail() { throw new Exception('no'); } } try { c::fail(); } catch (Exception $e) { $r = 'caught'; }",
      'caught',
    ],
    [
      'calls itself',
      'class c { public static function a() { return isset($GLOBALS["x"]) ? 1 : d::b(); } } class d { public static function b() { return 2; } } $r = [c::a(), c::a()];',
      [2, 2],
    ],
  ])('is another one where it %s', (_, php, expected) => {
    expect(run(php)).toEqual(expected);
  });

  it('costs what making it costs', () => {
    const loop =
      'class c { public static function slow() { $n = 0; foreach (range(1, 2000) as $i) { $n += $i; } return $n; } }';
    expect(run(`${loop} $r = c::slow();`)).toBe(2_001_000);
    expect(run(`${loop} foreach (range(1, 100) as $i) { $r = c::slow(); }`)).toMatch(/^aborts: Too many steps/);
  });
});
