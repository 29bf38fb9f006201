import { Cursor, firstAtOrAbove } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import type { Tokens } from '../../php/lexer.ts';
import type { Span } from '../../php/cursor.ts';
import { J } from '../javascript.ts';
import type { JsTokens } from '../javascript.ts';

const kinds: Readonly<Record<number, number>> = {
  [T.Name]: J.Identifier,
  [T.Variable]: J.Identifier,
  [T.String]: J.String,
  [T.Heredoc]: J.Template,
  [T.Number]: J.Number,
  [T.DoubleArrow]: 58, // :
  58: 33, // of a label, a named argument, or a condition: no key stands before it
  [T.Arrow]: 46, // .
  [T.DoubleColon]: 46,
};

/** Whether what is around an offset is an array, by the brackets before it; nearly everywhere it is not. */
export function isInArray(php: Tokens, offset: number): boolean {
  const c = new Cursor(php);
  let i = firstAtOrAbove(php.start, offset) - 1;
  while (i >= 0 && !c.opens(i)) i = c.opening(i) - 1;
  return isArray(c, i);
}

/**
 * The PHP of a span as if it were JavaScript, so that one reader of literals is enough: `['a' => 1]` and
 * `array('a' => 1)` are `{'a': 1}`, and blocks are parentheses, in which no literal is looked for.
 */
export function phpBrackets(php: Tokens, span: Span): JsTokens {
  const c = new Cursor(php);
  const kind: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const parent: number[] = [];
  const partner: number[] = [];
  const comments: Span[] = [];
  /** The open brackets: their tokens in PHP, and here. */
  const open: { readonly php: number; readonly at: number }[] = [];
  const last = firstAtOrAbove(php.start, span.end);
  for (let i = firstAtOrAbove(php.start, span.start); i < last; i += 1) {
    const written = c.kind(i);
    if (c.isTrivia(i)) {
      comments.push(c.span(i));
      continue;
    }
    if (c.isWord(i, 'array') && c.kind(c.next(i + 1)) === 40) continue;
    if (c.closes(i)) {
      const opener = c.opening(i);
      // Those that were left open inside end here as well.
      while (opener < i && (open.at(-1)?.php ?? -1) > opener) open.pop();
      if (open.at(-1)?.php === opener) partner[open.pop()?.at ?? 0] = kind.length;
    }
    parent.push(open.at(-1)?.at ?? -1);
    partner.push(-1);
    start.push(c.start(i));
    end.push(c.end(i));
    if (c.opens(i)) {
      open.push({ php: i, at: kind.length });
      kind.push(isArray(c, i) ? 123 : written === 123 ? 40 : written === T.AttributeOpen ? 91 : written);
    } else kind.push(kinds[written] ?? written);
  }
  return { text: php.text, span, kind, start, end, parent, partner, comments };
}

/** Whether bracket `i` opens an array: `array(`, or a `[` that picks no element of what ends before it. */
function isArray(c: Cursor, i: number): boolean {
  const before = c.previous(i - 1);
  if (c.kind(i) === 40) return c.isWord(before, 'array');
  const kind = c.kind(before);
  if (c.kind(i) !== 91 || kind === T.Variable || kind === 41 || kind === 93) return false;
  return kind !== T.Name || /^(return|yield|in|as|print|echo)$/i.test(c.text(before));
}
