import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { run } from './program.testkit.ts';
import { PhpArray, toKey } from './values.ts';

// The tables are what PHP 8.2 answers; only a list of whole keys shows which are integers.
describe('keys as PHP makes them', () => {
  it.each([
    ["'0'", 0],
    ["'-0'", '-0'],
    ["'1'", 1],
    ["'01'", '01'],
    ["'00'", '00'],
    ["'+1'", '+1'],
    ["'-1'", -1],
    ["'-01'", '-01'],
    ["' 1'", ' 1'],
    ["'1 '", '1 '],
    ['"1\\n"', '1\n'],
    ["'1.0'", '1.0'],
    ["'1e3'", '1e3'],
    ["'0x1'", '0x1'],
    ["''", ''],
    ["'-'", '-'],
    ["'1a'", '1a'],
    ["'٣'", '٣'],
    ["'9223372036854775808'", '9223372036854775808'],
    ["'99999999999999999999'", '99999999999999999999'],
    ['null', ''],
    ['true', 1],
    ['false', 0],
    ['0.5', 0],
    ['1.9', 1],
    ['-0.5', 0],
    ['-1.9', -1],
    ['1e3', 1000],
  ])('%s', (expression, key) => {
    expect(run(`$r = array_keys([${expression} => 1])[0];`)).toBe(key);
    expect(run(`$a = []; $a[${expression}] = 1; $r = array_keys($a)[0];`)).toBe(key);
    expect(run(`$a = [${JSON.stringify(key).replaceAll('\\n', '\\n')} => 1]; $r = isset($a[${expression}]);`)).toBe(
      true,
    );
  });
});

describe('what comes behind', () => {
  it.each([
    ["$r = [5 => 'a', 'b'];", [5, 6]],
    ["$r = ['5' => 'a', 'b'];", [5, 6]],
    ["$r = ['08' => 'a', 'b'];", ['08', 0]],
    ["$r = [1.7 => 'a', 'b'];", [1, 2]],
    ["$r = [null => 'a', 'b'];", ['', 0]],
    ["$r = [3 => 'a', 1 => 'b', 'c'];", [3, 1, 4]],
    ["$r = [1 => 'a', '1' => 'b', 1.5 => 'c', true => 'd'];", [1]],
    ["$r = [...[5 => 'a'], 'b'];", [0, 1]],
    ["$r = [10 => 'a', ...[1 => 'b', 'k' => 'c']];", [10, 11, 'k']],
    ['$r = [1, 2, 3]; unset($r[2]); $r[] = 4;', [0, 1, 3]],
    ['$r = [1, 2, 3]; array_pop($r); $r[] = 4;', [0, 1, 2]],
    ['$r = [7 => 1]; unset($r[7]); $r[] = 2;', [8]],
    ['$r = [7 => 1]; $r = array_values($r); $r[] = 2;', [0, 1]],
    ['$r = [5 => 1, 6 => 2]; array_shift($r); $r[] = 3;', [0, 1]],
    ['$r = [5 => 1]; array_unshift($r, 0); $r[] = 3;', [0, 1, 2]],
    ['$r = [5 => 1]; array_push($r, 2);', [5, 6]],
    ['$r = [5 => 1] + [5 => 2, 6 => 3]; $r[] = 4;', [5, 6, 7]],
    ["$r = array_merge([5 => 1], ['a' => 2], [5 => 3]); $r[] = 4;", [0, 'a', 1, 2]],
    ['$r = [9 => 1]; $s = $r; unset($s[9]); $s[] = 2; $r = $s;', [10]],
    ['$r = array_filter([1, 0, 2]); $r[] = 5;', [0, 2, 3]],
    ['$r = array_slice([1, 2, 3], 1); $r[] = 5;', [0, 1, 2]],
    ['$r = array_slice([1, 2, 3], 1, null, true); $r[] = 5;', [1, 2, 3]],
  ])('%s', (code, keys) => {
    expect(run(`${code} $r = array_keys($r);`)).toEqual(keys);
  });
});

describe('whatever the keys', () => {
  const seed = 1;

  it('a decimal integer as text is that integer, written otherwise it is not', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('+', ' ', '0'), (n, mark) => {
        expect(toKey(String(n))).toBe(n === 0 ? 0 : n);
        expect(toKey(`${mark}${n}`)).toBe(`${mark}${n}`);
        for (const end of [' ', '.0', 'e0']) expect(toKey(`${n}${end}`)).toBe(`${n}${end}`);
      }),
      { seed },
    );
  });

  it('every text stays what it is, and finds what was put there', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', '1', '01', ''))),
        (texts) => {
          const keys = texts.map((text) => toKey(text)!);
          const array = PhpArray.of(keys.map((key, i) => [key, i] as const));
          expect(array.keys().map(String)).toEqual(texts);
          expect(texts.map((text) => array.get(toKey(text)!))).toEqual(texts.map((_, i) => i));
        },
      ),
      { seed },
    );
  });

  it('a new element comes last, behind every integer there ever was; the array it came to is as it was', () => {
    const change = fc.oneof(
      fc.record({ set: fc.oneof(fc.nat(20), fc.constantFrom('a', 'b', 'c')) }),
      fc.record({ unset: fc.nat(20) }),
      fc.constant({ push: true }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        let array = PhpArray.empty;
        let next = 0;
        for (const one of changes) {
          const before = array.entries();
          const old = array;
          if ('set' in one) {
            array = array.with(one.set, 1);
            if (typeof one.set === 'number') next = Math.max(next, one.set + 1);
          } else if ('unset' in one) array = array.without(one.unset);
          else {
            array = array.push(1);
            expect(array.keys().at(-1)).toBe(next);
            next += 1;
          }
          expect(old.entries()).toEqual(before);
          expect(array.weight).toBe(array.size);
        }
      }),
      { seed },
    );
  });
});

describe('an array that another one was made of', () => {
  it('stays as it was when an entry is added to it', () => {
    const one = PhpArray.list(['a']);
    const two = one.push('b');
    const other = one.push('c');
    expect([one.values(), two.values(), other.values()]).toEqual([['a'], ['a', 'b'], ['a', 'c']]);
    expect([one.has(1), one.size, one.push('d').keys()]).toEqual([false, 1, [0, 1]]);
  });

  it('stays as it was when an entry of the longer one is written', () => {
    const one = PhpArray.of([['x', 1]]);
    const two = one.with('y', 2).with('x', 3);
    expect([one.get('x'), two.get('x'), one.get('y')]).toEqual([1, 3, undefined]);
  });
});
