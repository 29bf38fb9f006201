import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown, oneLine } from './markdown.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['[run](command:evil)', '\\[run\\](command:evil)'],
    ['![](https://x/y.png)', '\\!\\[\\](https\\://x/y.png)'],
    ['<img src=x>&lt;', '&lt;img src=x&gt;&amp;lt;'],
    ['<command:evil>', '&lt;command:evil&gt;'],
    ['a | b', 'a \\| b'],
    ['`code` *a* _b_ ~c~', '\\`code\\` \\*a\\* \\_b\\_ \\~c\\~'],
    ['$(icon) a@b.de', '\\$(icon) a\\@b.de'],
    ['www.example.org', 'www\\.example.org'],
    ['back\\|slash', 'back\\\\\\|slash'],
    ['Plain text, with (brackets) - and dots.', 'Plain text, with (brackets) - and dots.'],
  ])('%s', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('keeps a text in one line and of bounded length', () => {
    expect(escapeMarkdown(' a\r\n\r\n# b\u2028c\t\u202ed ')).toBe('a \\# b c d');
    expect(escapeMarkdown('x'.repeat(5_000_000))).toBe(`${'x'.repeat(299)}…`);
  });
});

describe('oneLine', () => {
  it('never cuts a character in two', () => {
    expect(oneLine('😀😀😀', 2)).toBe('😀…');
    expect(oneLine('ab', 2)).toBe('ab');
  });
});

describe('codeSpan', () => {
  it('is code where nothing can end it', () => {
    expect(codeSpan('courseid')).toBe('`courseid`');
    expect(codeSpan('<b>[x](y)')).toBe('`<b>[x](y)`');
    expect(codeSpan('a`b')).toBe('a\\`b');
    expect(codeSpan('a|b')).toBe('a\\|b');
    expect(codeSpan('')).toBe('');
  });
});
