import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from 'php-parser';
import { expect, it } from 'vitest';
import { lex, T } from './lexer.ts';
import { realPhpFiles } from './realFiles.testkit.ts';

// What php-parser's lexer sees in a whole file, as a list of `kind offset text`: names in their parts, operators in their
// characters, since the two cut these differently.

const words = /[A-Za-z_\x80-\uffff][\w\x80-\uffff]*|[^\s\\]/g;
const inParts = (start: number, text: string): string[] =>
  Array.from(text.matchAll(words), ({ index, 0: part }) => `${start + index} ${part}`);

const kinds: Readonly<Record<number, string>> = {
  [T.InlineHtml]: 'html',
  [T.OpenTag]: 'tag',
  [T.CloseTag]: 'tag',
  [T.Comment]: 'comment',
  [T.DocComment]: 'doc',
  [T.Variable]: 'variable',
  [T.Number]: 'number',
  [T.String]: 'string',
  [T.Heredoc]: 'heredoc',
};

function ours(text: string): string[] {
  const { count, kind, start, end } = lex(text);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const at = start[i] ?? 0;
    const piece = text.slice(at, end[i]);
    const name = kinds[kind[i] ?? 0];
    if (name === 'html' && piece.trim() === '') return []; // Between two tags: a line end behind one belongs to it, to PHP.
    return name === undefined ? inParts(at, piece) : [`${name} ${at} ${piece}`];
  });
}

const simple: Readonly<Record<string, string>> = {
  T_INLINE_HTML: 'html',
  T_OPEN_TAG: 'tag',
  T_OPEN_TAG_WITH_ECHO: 'tag',
  T_CLOSE_TAG: 'tag',
  T_COMMENT: 'comment',
  T_DOC_COMMENT: 'doc',
  T_VARIABLE: 'variable',
  T_LNUMBER: 'number',
  T_DNUMBER: 'number',
  T_CONSTANT_ENCAPSED_STRING: 'string',
};

const engine = new Engine({
  parser: { php8: true, version: 803 },
  lexer: { all_tokens: true, short_tags: false, asp_tags: false },
});

function theirs(text: string): string[] {
  const found: string[] = [];
  let at = 0;
  /** What closes the text that is open, where that began, and the braces open inside. */
  let open: { readonly closes: string; readonly kind: string; readonly start: number; depth: number } | undefined;
  for (const token of engine.tokenGetAll(text) as (string | [string, string])[]) {
    const [name, piece] = typeof token === 'string' ? [token, token] : token;
    const start = at;
    at += piece.length;
    if (open) {
      if (name === 'T_CURLY_OPEN' || name === 'T_DOLLAR_OPEN_CURLY_BRACES' || name === '{') open.depth += 1;
      else if (name === '}') open.depth -= 1;
      else if (open.depth === 0 && name === open.closes) {
        found.push(`${open.kind} ${open.start} ${text.slice(open.start, at)}`);
        open = undefined;
      }
    } else if (name === '"' || name === '`') open = { closes: name, kind: 'string', start, depth: 0 };
    else if (name === 'T_START_HEREDOC') open = { closes: 'T_END_HEREDOC', kind: 'heredoc', start, depth: 0 };
    else if (name !== 'T_WHITESPACE' && !(name === 'T_INLINE_HTML' && piece.trim() === '')) {
      const kind = simple[name];
      found.push(...(kind === undefined ? inParts(start, piece) : [`${kind} ${start} ${piece}`]));
    }
  }
  return found;
}

/** The first that differs, between others. */
function difference(text: string): string[] {
  const [a, b] = [ours(text).map(trimmed), theirs(text).map(trimmed)];
  const at = a.findIndex((one, i) => one !== b[i]);
  if (at < 0 && a.length === b.length) return [];
  const from = Math.max(0, (at < 0 ? Math.min(a.length, b.length) : at) - 1);
  return [`ours: ${a.slice(from, from + 3).join(' | ')}`, `theirs: ${b.slice(from, from + 3).join(' | ')}`];
}
// A line end behind a tag or a comment belongs to it or not.
const trimmed = (one: string) => {
  const html = /^html \d+ ([^]*)$/.exec(one)?.[1];
  return html === undefined ? one.trimEnd() : `html ${html.trim()}`;
};

const fixtures = join(import.meta.dirname, '../../../test/fixtures');
const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.php') && !name.startsWith('hostile'))
  .map((name): [string, string] => [name, readFileSync(join(fixtures, name), 'utf8')]);

it.each(texts)('%s: the same tokens as php-parser, with either line end', (_, text) => {
  for (const one of [text.replaceAll('\r\n', '\n'), text.replaceAll(/\r?\n/g, '\r\n'), `\ufeff${text}`])
    expect(difference(one)).toEqual([]);
});

if (realPhpFiles.length > 0)
  it('so in a Moodle tree', () => {
    const different = realPhpFiles.flatMap((path) => {
      const found = difference(readFileSync(path, 'utf8'));
      return found.length > 0 ? [[path, ...found]] : [];
    });
    expect(different).toEqual([]);
  }, 600_000);
