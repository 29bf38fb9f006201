import { describe, expect, it } from 'vitest';
import { entriesOf, statementsOf } from './arrays.ts';
import { Cursor } from './cursor.ts';
import { lex } from './lexer.ts';

const statements = (text: string) => statementsOf(lex(`<?php\n${text}`));
const shown = (text: string) => statements(text).map(({ start, end }) => `<?php\n${text}`.slice(start, end));
const keys = (text: string) =>
  statements(text).map(({ array }) => array && [array.variable, ...array.entries.map(({ key }) => key)]);

describe('statements', () => {
  it.each([
    ['$a = 1; f($a, [1, 2]);', ['$a = 1;', 'f($a, [1, 2]);']],
    ['if ($a) { $b = 1; } else { $c = 2; } $d = 3;', ['if ($a) { $b = 1; } else { $c = 2; }', '$d = 3;']],
    ['if ($a) $b = 1; $c = 2;', ['if ($a) $b = 1;', '$c = 2;']],
    [
      'function f() { return 1; } class a { } $b = function () { return 1; };',
      ['function f() { return 1; }', 'class a { }', '$b = function () { return 1; };'],
    ],
    ['$a = 1 ?> html <?php $b = 2', ['$a = 1', '$b = 2']],
    ['try { a(); } catch (E $e) { } finally { } b();', ['try { a(); } catch (E $e) { } finally { }', 'b();']],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('a statement without an end stops before the next', () => {
    expect(shown("defined('X' || die;\n$a = [1];")).toEqual(["defined('X' || die;", '$a = [1];']);
    expect(shown('$a = f(1\n$b = [2];')).toEqual(['$a = f(1', '$b = [2];']);
  });

  it('a sum of arrays is no literal', () => {
    expect(keys("$a = ['x' => 1] + ['y' => 2]; $b = ['z' => 3];")).toEqual([undefined, ['b', 'z']]);
  });
});

describe('entries', () => {
  it('in both notations, nested, with comments between', () => {
    expect(keys("$a = [/* x */ 'b' => [1, 'c' => 2], // y\n 'd' => array('e' => 3), 4, F => 5];")).toEqual([
      ['a', 'b', 'd', undefined, undefined],
    ]);
  });

  it('know the places of key and value, without comments around them', () => {
    const text = "<?php $a = [ 'b' /* k */ => f(1) // v\n, C . 'd' => 2 /* last */ ];";
    const { entries } = statementsOf(lex(text))[0]!.array!;
    expect(entries.map(({ start, end }) => text.slice(start, end))).toEqual(["'b' /* k */ => f(1)", "C . 'd' => 2"]);
    expect(entries.map(({ keySpan }) => text.slice(keySpan?.start, keySpan?.end))).toEqual(["'b'", "C . 'd'"]);
    expect(entries.map(({ value }) => text.slice(value.start, value.end))).toEqual(['f(1)', '2']);
  });

  const three = (second: string) =>
    `$f = [\n    'a' => [\n        'x' => 1,\n    ],\n${second}    'c' => [\n        'x' => 3,\n    ],\n];`;
  it.each([
    ['a bracket that is not closed', "    'b' => [\n        'x' => f(2,\n    ],\n"],
    ['its own bracket not closed', "    'b' => [\n        'x' => 2,\n"],
    ['its own bracket not opened', "    'b' =>\n        'x' => 2,\n        'y' => 3,\n    ],\n"],
    ['a bracket too many', "    'b' => [\n        'x' => 2],\n    ],\n"],
    ['a quote that is not closed', "    'b' => [\n        'x' => 'two,\n    ],\n"],
    ['no comma', "    'b' => [\n        'x' => 2\n    ]\n"],
    ['no value', "    'b' => \n"],
    ['half a key', "    'b\n"],
    ['a semicolon', "    'b' => [\n        'x' => 2;\n    ],\n"],
  ])('a broken one costs itself: %s', (_, second) => {
    const found = keys(three(second))[0]!;
    expect(found.filter((key) => key === 'a' || key === 'c')).toEqual(['a', 'c']);
    expect(found).not.toContain('x');
  });

  it('fields of a broken entry are there as well', () => {
    const text = "<?php\n$f = [\n    'a' => [\n        'x' => f(,\n        'y' => 'z,\n        'w' => 1\n    ],\n];";
    const c = new Cursor(lex(text));
    const [entry] = statementsOf(c.tokens)[0]!.array!.entries;
    const fields = entriesOf(c, entry!.value.first, c.lineIndent(entry!.first), entry!.value.last).entries;
    expect(fields.map(({ key }) => key)).toEqual(['x', 'y', 'w']);
  });

  it('may be indented as they like, where all brackets are in order', () => {
    const text =
      "$f = array(\n        'a' => array(\n    'x' => 1,\n'y' => f(\n1),\n        ),\n  'b' => array(\n   'x' => 2\n));";
    expect(keys(text)).toEqual([['f', 'a', 'b']]);
  });

  it('are found where the bracket of the array is missing', () => {
    expect(keys("$a = array\n    'b' => [],\n    'c' => [],\n);")).toEqual([['a', 'b', 'c']]);
  });
});
