import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lex, T } from './lexer.ts';

const names = new Map<number, string>(Object.entries(T).map(([name, kind]) => [kind, name]));

/** Tokens as `Kind text`; a punctuation character as itself. */
function tokens(text: string): string[] {
  const { count, kind, start, end } = lex(text);
  return Array.from({ length: count }, (_, i) => {
    const shown = text.slice(start[i], end[i]);
    const name = names.get(kind[i]!);
    return name === undefined ? shown : `${name} ${shown}`;
  });
}
/** Of PHP code. */
const code = (text: string) => tokens(`<?php ${text}`).slice(1);

describe('the tokens of PHP', () => {
  it.each([
    ['$a $_b1 $é', ['Variable $a', 'Variable $_b1', 'Variable $é']],
    ['$$a ${b}', ['$', 'Variable $a', '$', '{', 'Name b', '}']],
    ['foo Foo\\bar \\Baz namespace\\x', ['Name foo', 'Name Foo\\bar', 'Name \\Baz', 'Name namespace\\x']],
    ['A\\{b}', ['Name A', '\\', '{', 'Name b', '}']],
    ['1 0x1F 1_000 .5 1.5e-3 017 0b11', '1 0x1F 1_000 .5 1.5e-3 017 0b11'.split(' ').map((one) => `Number ${one}`)],
    ['0xe-1', ['Number 0xe', '-', 'Number 1']],
    ['1...$a', ['Number 1', 'Ellipsis ...', 'Variable $a']],
    ['\'a\' "b" `c`', ["String 'a'", 'String "b"', 'String `c`']],
    ["'it\\'s' \"\\\"\" '\\\\'", ["String 'it\\'s'", 'String "\\""', "String '\\\\'"]],
    [
      'a => b -> c ?-> d :: e',
      ['Name a', 'DoubleArrow =>', 'Name b', 'Arrow ->', 'Name c', 'Arrow ?->', 'Name d', 'DoubleColon ::', 'Name e'],
    ],
    ['1 <=> 2 == 3', ['Number 1', '<=>', 'Number 2', '=', '=', 'Number 3']],
    ['#[A] x', ['AttributeOpen #[', 'Name A', ']', 'Name x']],
    [
      '// a\n# b\n/* c */ /** d */ /**/ e',
      ['Comment // a', 'Comment # b', 'Comment /* c */', 'DocComment /** d */', 'Comment /**/', 'Name e'],
    ],
    ['a // b ?> c', ['Name a', 'Comment // b ', 'CloseTag ?>', 'InlineHtml  c']],
    ['a /* ?> */ b', ['Name a', 'Comment /* ?> */', 'Name b']],
    ["'?>' a", ["String '?>'", 'Name a']],
  ])('%s', (text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('texts with code in them', () => {
  it.each([
    ['"{$a["k"]} b" c', ['String "{$a["k"]} b"', 'Name c']],
    ['"${a["k"]} b" c', ['String "${a["k"]} b"', 'Name c']],
    ['"{$a->b(\'"}\')} c" d', ['String "{$a->b(\'"}\')} c"', 'Name d']],
    ['"{$a" b', ['String "{$a"', 'Name b']],
    ["'{$a' b", ["String '{$a'", 'Name b']],
    ['"a\nb" . c', ['String "a\nb"', '.', 'Name c']],
    ["'a\nb', 'c'", ["String 'a\nb'", ',', "String 'c'"]],
  ])('%j', (text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('heredocs', () => {
  it.each([
    ['<<<A\nx " \' {\nA; b', ['Heredoc <<<A\nx " \' {\nA', ';', 'Name b']],
    ["<<<'A'\n$x\nA; b", ["Heredoc <<<'A'\n$x\nA", ';', 'Name b']],
    ['<<<"A"\n  AB\n  A) b', ['Heredoc <<<"A"\n  AB\n  A', ')', 'Name b']],
    ['<<<A\r\nx\r\nA;', ['Heredoc <<<A\r\nx\r\nA', ';']],
    ['<<<A\nA;', ['Heredoc <<<A\nA', ';']],
    ['1 << 2 <<< 3', ['Number 1', '<', '<', 'Number 2', '<', '<', '<', 'Number 3']],
  ])('%j', (text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('what has no end, ends with its line', () => {
  it.each([
    ['a string', "$a = 'b;\n$c", ['Variable $a', '=', "String 'b;", 'Variable $c']],
    [
      'a string before another one',
      "['a => 1];\n['b' => 2",
      ['[', "String 'a => 1];", '[', "String 'b'", 'DoubleArrow =>', 'Number 2'],
    ],
    [
      'a string before one that begins with a blank',
      "f('a);\nf(' b');",
      ['Name f', '(', "String 'a);", 'Name f', '(', "String ' b'", ')', ';'],
    ],
    ['a comment', '/* a\nb', ['Comment /* a', 'Name b']],
    [
      'a doc comment: with its stars',
      "/**\n * Doesn't\n *\n public $a; /** */",
      ["DocComment /**\n * Doesn't\n *", 'Name public', 'Variable $a', ';', 'DocComment /** */'],
    ],
    ['a heredoc', '<<<A\nb;', ['Heredoc <<<A', 'Name b', ';']],
    ['with Windows line ends', "'a\r\nb", ["String 'a", 'Name b']],
  ])('%s', (_, text, expected) => {
    expect(code(text)).toEqual(expected);
  });
});

describe('around PHP', () => {
  it.each([
    ['', []],
    ['<b>', ['InlineHtml <b>']],
    ['\ufeff<?php a', ['InlineHtml \ufeff', 'OpenTag <?php', 'Name a']],
    [
      '<?xml ?><?= $a ?>\n<?PHP b',
      ['InlineHtml <?xml ?>', 'OpenTag <?=', 'Variable $a', 'CloseTag ?>', 'InlineHtml \n', 'OpenTag <?PHP', 'Name b'],
    ],
    ['<?phpx', ['InlineHtml <?phpx']],
    ['<?php', ['OpenTag <?php']],
    ["<?php '🎓' /* é */ a", ['OpenTag <?php', "String '🎓'", 'Comment /* é */', 'Name a']],
  ])('%j', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });
});

describe('whatever the text', () => {
  const piece = fc.constantFrom(
    ...[
      '<?php ',
      '?>',
      "'",
      '"',
      '`',
      '\\',
      '{$',
      '${',
      '}',
      '<<<A\n',
      '\nA;',
      '/*',
      '*/',
      '/**',
      '//',
      '#',
      '#[',
      '\n',
      '\r\n',
      '\t',
    ],
    ...['\ufeff', '🎓', 'é', '$', 'a', '0', '1e+', '.', '=>', '->', '::', '(', ')', 'class a {', 'function'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
  );

  it('tokens are ordered, not empty, and between them is nothing but blanks', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { count, start, end } = lex(source);
        let at = 0;
        for (let i = 0; i < count; i += 1) {
          expect(start[i]).toBeGreaterThanOrEqual(at);
          expect(end[i]).toBeGreaterThan(start[i]!);
          // eslint-disable-next-line no-control-regex -- all of them are blanks to PHP's eye
          expect(source.slice(at, start[i])).toMatch(/^[\u0000-\u0020\ufeff]*$/);
          at = end[i]!;
        }
        expect(at).toBeLessThanOrEqual(source.length);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  // Each of these made every search for an end run to the end of the text.
  it.each(["'\n\\", '<<<A\n', '/*\n', '"{$"', "\"{$'a'", '//?><?php '])(
    'many beginnings of %j are still lexed',
    (one) => {
      const { count, end } = lex(`<?php ${one.repeat(50_000)}`);
      expect(end[count - 1]).toBeGreaterThan(one.length * 49_000);
    },
  );
});
