import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { random } from '../random.testkit.ts';
import { cuts } from './cuts.testkit.ts';
import { lex } from './lexer.ts';
import type { Tokens } from './lexer.ts';
import { realPhpFiles } from './realFiles.testkit.ts';
import { relex } from './relex.ts';

const columns = ({ text, kind, start, end, isSettled }: Tokens) => ({ text, kind, start, end, isSettled });

/** What was read anew, and so was not taken over: the tokens as they would be without the version before. */
const differs = (tokens: Tokens) => {
  const fresh = columns(lex(tokens.text));
  const given = columns(tokens);
  return (['kind', 'start', 'end', 'isSettled'] as const).filter((key) => String(given[key]) !== String(fresh[key]));
};

/** Edit upon edit, some taken back, as people type. */
function wrong(text: string, count: number, seed: number): string[] {
  let tokens = lex(text);
  const next = random(seed);
  for (let i = 0; i < count; i += 1) {
    const before = tokens;
    for (const cut of cuts(tokens.text, 1, seed * 1000 + i)) {
      tokens = relex(tokens, cut.text);
      const different = differs(tokens);
      if (different.length > 0) return [cut.kind, String(cut.start), cut.inserted, ...different];
    }
    if (next.below(3) > 0) tokens = relex(tokens, before.text);
    if (differs(tokens).length > 0) return ['taken back'];
  }
  return [];
}

const fixtures = join(import.meta.dirname, '../../../test/fixtures');
const texts = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.php'))
  .map((name): [string, string] => [name, readFileSync(join(fixtures, name), 'utf8')]);

it.each(texts)('%s: after edits, the tokens of a text are those that it has by itself', (_, text) => {
  expect(wrong(text, 40, 1)).toEqual([]);
});

it('reads what an edit can reach, and no more', () => {
  const line = "$a = ['one' => 1]; // Comment\n";
  const text = `<?php\n${line.repeat(1000)}`;
  const before = lex(text);
  const at = text.length / 2;
  const after = relex(before, `${text.slice(0, at)} ${text.slice(at)}`);
  expect(after.count).toBe(before.count);
  expect(after.lexed).toBeLessThan(text.length / 50);
});

it.each([
  ['a comment that was cut short', '/**\n * A\n', 'public function a() {}\n/** B */\n'],
  ['a text with a quote missing', "$a = 'b;\n", "$c = 'd';\n"],
])('%s depends on what is far behind it', (_, head, tail) => {
  const padding = '$x = 1;\n'.repeat(100);
  const text = `<?php\n${padding}${head}${padding}${tail}${padding}`;
  expect(differs(relex(lex(text), text.replace(tail, '')))).toEqual([]);
});

if (realPhpFiles.length > 0)
  it('so in a Moodle tree', () => {
    const different = realPhpFiles.flatMap((path) => {
      const found = wrong(readFileSync(path, 'utf8'), 5, 7);
      return found.length > 0 ? [[path, ...found]] : [];
    });
    expect(different).toEqual([]);
  }, 600_000);
