/** Half-typed code: random small damage to a text, and what of its structure must survive. */
import { random } from '../random.testkit.ts';
import type { Random } from '../random.testkit.ts';
import { entriesOf, statementsOf } from './arrays.ts';
import { Cursor } from './cursor.ts';
import type { Span } from './cursor.ts';
import { islandsOf } from './islands.ts';
import { lex } from './lexer.ts';

/** An entry of a top-level array or a method, by name. */
export interface Item extends Span {
  readonly name: string;
  /** What it is lost with: the open tag of the file, and `$functions = [`. */
  readonly heads: readonly Span[];
}

/** What stands between `start` and `end` is replaced. */
export interface Cut extends Span {
  readonly kind: string;
  readonly inserted: string;
  readonly text: string;
}

/** Entries as `$functions/name`, methods by name, in order. */
export function itemsOf(text: string): Item[] {
  const { tokens, classes } = islandsOf(text);
  const tag = { start: tokens.start[0] ?? 0, end: (tokens.end[0] ?? 0) + 1 };
  const entries = statementsOf(tokens).flatMap(({ start, array }) => {
    const from = array?.literal.start ?? 0;
    const heads = [tag, { start, end: from + (text[from] === '[' ? 1 : 'array('.length) }];
    return (array?.entries ?? []).map(({ key, start, end }) => ({
      name: `$${array?.variable ?? ''}/${key ?? ''}`,
      start,
      end,
      heads,
    }));
  });
  const methods = classes.flatMap(({ members }) =>
    members.filter(({ kind }) => kind === 'method').map(({ name, start, end }) => ({ name, start, end, heads: [tag] })),
  );
  return [...entries, ...methods];
}

/** The keys of every entry, for looking at fields: `name/key`. */
export function fieldsOf(text: string): Omit<Item, 'heads'>[] {
  const c = new Cursor(lex(text));
  return statementsOf(c.tokens).flatMap(({ array }) =>
    (array?.entries ?? []).flatMap((entry) => {
      const { first, last } = entry.value;
      const open = c.isWord(first, 'array') ? c.next(first + 1) : first;
      return entriesOf(c, open, c.lineIndent(entry.first), last).entries.map(({ key, start, end }) => ({
        name: `${entry.key ?? ''}/${key ?? ''}`,
        start,
        end,
      }));
    }),
  );
}

/** The items that a cut does not touch, as they are called and where they are afterwards. */
function survivors(items: readonly Item[], cut: Cut): string[] {
  const shift = cut.inserted.length - (cut.end - cut.start);
  return items
    .filter(({ heads }) => !heads.some((head) => head.start < cut.end && head.end > cut.start))
    .flatMap(({ name, start, end }) => {
      if (end <= cut.start) return [shown(name, start, end)];
      return start >= cut.end ? [shown(name, start + shift, end + shift)] : [];
    });
}

const shown = (name: string, start: number, end: number) => `${name} ${start}-${end}`;

/** The survivors that the damaged text does not show with the same name and range. */
export function lost(items: readonly Item[], cut: Cut): string[] {
  const found = new Set(itemsOf(cut.text).map(({ name, start, end }) => shown(name, start, end)));
  return survivors(items, cut).filter((item) => !found.has(item));
}

interface Change extends Span {
  readonly inserted?: string;
}

const kinds: Readonly<Record<string, (text: string, next: Random) => Change | undefined>> = {
  characters: (text, next) => {
    const start = next.below(text.length);
    return { start, end: Math.min(text.length, start + 1 + next.below(6)) };
  },
  line: (text, next) => lines(text, next, 1),
  lines: (text, next) => lines(text, next, 2 + next.below(4)),
  'rest of a line': (text, next) => {
    const start = next.below(text.length);
    return { start, end: lineEnd(text, start) };
  },
  'opening bracket': (text, next) => oneOf(text, next, /[([{]/g),
  'closing bracket': (text, next) => oneOf(text, next, /[)\]}]/g),
  quote: (text, next) => oneOf(text, next, /['"]/g),
  'comma or semicolon': (text, next) => oneOf(text, next, /[,;]/g),
  'end of a comment': (text, next) => oneOf(text, next, /\*\//g),
  'half a word': (text, next) => {
    const word = oneOf(text, next, /\w{4,}/g);
    return word && { start: word.start + 1 + next.below(word.end - word.start - 1), end: word.end };
  },
  'something typed': (text, next) => {
    const start = next.below(text.length);
    return {
      start,
      end: start,
      inserted: next.of(["'", '"', '(', '[', '{', ')', ']', '}', ';', ',', '$', '->', "'a' => "]),
    };
  },
  'a new line': (text, next) => {
    const start = lineEnd(text, next.below(text.length));
    const begun = [
      "'",
      "'name",
      "'a' => [",
      '$x = [',
      'return new external_value(',
      'public function',
      'if (',
      '$this->',
    ];
    return { start, end: start, inserted: `\n        ${next.of(begun)}` };
  },
};

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function lines(text: string, next: Random, count: number): Change {
  const at = next.below(text.length);
  let end = at;
  for (let i = 0; i < count; i += 1) end = Math.min(text.length, lineEnd(text, end) + 1);
  return { start: text.lastIndexOf('\n', at - 1) + 1, end };
}

function oneOf(text: string, next: Random, pattern: RegExp): Change | undefined {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return undefined;
  const { index, 0: found } = next.of(places);
  return { start: index, end: index + found.length };
}

/** `count` cuts of random kinds, the same for the same seed. */
export function* cuts(text: string, count: number, seed: number): Generator<Cut> {
  const next = random(seed);
  for (let i = 0; i < count; i += 1) {
    const [kind, make] = next.of(Object.entries(kinds));
    const change = make(text, next);
    if (!change) continue;
    const { start, end, inserted = '' } = change;
    yield { kind, start, end, inserted, text: text.slice(0, start) + inserted + text.slice(end) };
  }
}
