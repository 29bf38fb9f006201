import { Cursor } from '../../php/cursor.ts';
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

/**
 * PHP as if it were JavaScript, so that one reader of literals is enough: `['a' => 1]` and `array('a' => 1)` are
 * `{'a': 1}`, and blocks are parentheses, in which no literal is looked for.
 */
export function phpBrackets(php: Tokens): JsTokens {
  const c = new Cursor(php);
  const kind: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const parent: number[] = [];
  const partner: number[] = [];
  const comments: Span[] = [];
  /** The open brackets as they are written, and their tokens. */
  const open: { readonly written: number; readonly at: number }[] = [];
  const tokens = {
    text: php.text,
    span: { start: 0, end: php.text.length },
    kind,
    start,
    end,
    parent,
    partner,
    comments,
  };
  for (let i = 0; i < c.count; i += 1) {
    const written = c.kind(i);
    if (c.isTrivia(i)) {
      comments.push(c.span(i));
      continue;
    }
    const isArrayWord = c.isWord(i, 'array') && c.kind(c.next(i + 1)) === 40;
    if (isArrayWord) continue;
    if (c.closes(i)) closeBracket(open, written, partner, kind.length);
    parent.push(open.at(-1)?.at ?? -1);
    partner.push(-1);
    start.push(c.start(i));
    end.push(c.end(i));
    if (c.opens(i)) {
      const before = c.previous(i - 1);
      const isArray = written === 91 ? !isPicked(c, before) : written === 40 && c.isWord(before, 'array');
      open.push({ written, at: kind.length });
      kind.push(isArray ? 123 : written === 123 ? 40 : written === T.AttributeOpen ? 91 : written);
    } else kind.push(kinds[written] ?? written);
  }
  return tokens;
}

/** Whether a `[` behind token `i` picks an element of what ends there. */
function isPicked(c: Cursor, i: number): boolean {
  const kind = c.kind(i);
  if (kind === T.Name) return !/^(return|yield|in|as|print|echo)$/i.test(c.text(i));
  return kind === T.Variable || kind === 41 || kind === 93;
}

/** Ends the bracket that `]`, `)` or `}` closes, and those that were left open inside; a stray one ends nothing. */
function closeBracket(
  open: { readonly written: number; readonly at: number }[],
  closing: number,
  partner: number[],
  at: number,
): void {
  let found = open.length - 1;
  const isPair = (opened: number) =>
    opened === closing - 2 || opened === closing - 1 || (opened === T.AttributeOpen && closing === 93);
  while (found >= 0 && !isPair(open[found]?.written ?? 0)) {
    if (open[found]?.written === 123) return;
    found -= 1;
  }
  if (found < 0) return;
  partner[open[found]?.at ?? 0] = at;
  open.length = found;
}
