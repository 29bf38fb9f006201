/** Half-typed code: random small damage to a text, and what of its structure must survive. */
import { entriesOf, statementsOf } from './arrays.ts';
import { Cursor } from './cursor.ts';
import type { Span } from './cursor.ts';
import { islandsOf } from './islands.ts';
import { lex } from './lexer.ts';

/** An entry of a top-level array or a method, by name. */
export interface Item extends Span {
  readonly name: string;
}

export interface Cut extends Span {
  readonly kind: string;
  readonly text: string;
}

/** Entries as `$functions/name`, methods as `class::name`, in order. */
export function itemsOf(text: string): Item[] {
  const tokens = lex(text);
  const entries = statementsOf(tokens).flatMap(({ array }) =>
    (array?.entries ?? []).map(({ key, start, end }) => ({
      name: `$${array?.variable ?? ''}/${key ?? ''}`,
      start,
      end,
    })),
  );
  const methods = islandsOf(text).classes.flatMap((cls) =>
    cls.members
      .filter(({ kind }) => kind === 'method')
      .map(({ name, start, end }) => ({ name: `${cls.name}::${name}`, start, end })),
  );
  return [...entries, ...methods];
}

/** The keys of every entry, for looking at fields: `name/key`. */
export function fieldsOf(text: string): Item[] {
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

/** The items that a cut does not touch, where they are afterwards. */
function survivors(items: readonly Item[], cut: Cut): Item[] {
  const removed = cut.end - cut.start;
  return items.flatMap(({ name, start, end }) => {
    if (end <= cut.start) return [{ name, start, end }];
    return start >= cut.end ? [{ name, start: start - removed, end: end - removed }] : [];
  });
}

/** The survivors that the damaged text does not show with the same name and range. */
export function lost(items: readonly Item[], cut: Cut): Item[] {
  const id = ({ name, start, end }: Item) => `${name} ${start} ${end}`;
  const found = new Set(itemsOf(cut.text).map(id));
  return survivors(items, cut).filter((item) => !found.has(id(item)));
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const kinds: Readonly<Record<string, (text: string, next: () => number) => Span | undefined>> = {
  characters: (text, next) => {
    const start = Math.floor(next() * text.length);
    return { start, end: Math.min(text.length, start + 1 + Math.floor(next() * 6)) };
  },
  line: (text, next) => {
    const at = Math.floor(next() * text.length);
    const end = text.indexOf('\n', at);
    return { start: text.lastIndexOf('\n', at - 1) + 1, end: end < 0 ? text.length : end + 1 };
  },
  'rest of a line': (text, next) => {
    const start = Math.floor(next() * text.length);
    const end = text.indexOf('\n', start);
    return { start, end: end < 0 ? text.length : end };
  },
  'opening bracket': (text, next) => oneOf(text, next, /[([{]/g),
  'closing bracket': (text, next) => oneOf(text, next, /[)\]}]/g),
  quote: (text, next) => oneOf(text, next, /['"]/g),
  'comma or semicolon': (text, next) => oneOf(text, next, /[,;]/g),
};

function oneOf(text: string, next: () => number, pattern: RegExp): Span | undefined {
  const places = [...text.matchAll(pattern)];
  const place = places[Math.floor(next() * places.length)];
  return place && { start: place.index, end: place.index + 1 };
}

/** `count` cuts of all kinds in turn, the same for the same seed. */
export function* cuts(text: string, count: number, seed: number): Generator<Cut> {
  const next = random(seed);
  for (let i = 0; i < count; i += 1) {
    const [kind, place] = Object.entries(kinds)[i % Object.keys(kinds).length] ?? ['', () => undefined];
    const span = place(text, next);
    if (span) yield { kind, ...span, text: text.slice(0, span.start) + text.slice(span.end) };
  }
}
