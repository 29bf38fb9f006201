import { firstAtOrAbove } from './cursor.ts';
import { Lexer, lex, T } from './lexer.ts';
import type { Tokens } from './lexer.ts';

/** No token looks at more characters behind the line that it ends in. */
const lookAhead = 256;

/**
 * The tokens of a text that is another version of the one that `before` are of: what the difference cannot reach is
 * taken over. Always the same as `lex(text)`, which does the work where the file is more than PHP code or has an end
 * in doubt.
 */
export function relex(before: Tokens, text: string): Tokens {
  const { kind, start, end } = before;
  if (!before.isSettled || kind[0] !== T.OpenTag || kind.includes(T.CloseTag)) return lex(text);
  const { prefix, suffix } = common(before.text, text);
  const line = before.text.lastIndexOf('\n', prefix - lookAhead);
  const first = firstAtOrAbove(end, line + 1);
  const at = end[first - 1];
  if (line < 0 || at === undefined) return lex(text);

  // From the first token that begins where the texts agree again, all is as it was.
  const moved = text.length - before.text.length;
  let next = firstAtOrAbove(start, before.text.length - suffix);
  const window = new Lexer(text, false, lookAhead).code(at, (position) => {
    if (position < text.length - suffix) return false;
    while (next < before.count && (start[next] ?? 0) + moved < position) next += 1;
    return (start[next] ?? text.length) + moved === position;
  });
  if (!window?.isSettled || before.searched + window.searched > text.length) return lex(text);

  const count = first + window.count + before.count - next;
  const join = <A extends Uint8Array | Int32Array>(joined: A, old: A, read: A, shift: number): A => {
    joined.set(old.subarray(0, first));
    joined.set(read, first);
    const tail = first + window.count - next;
    if (shift === 0) joined.set(old.subarray(next), first + window.count);
    else for (let i = next; i < old.length; i += 1) joined[tail + i] = (old[i] ?? 0) + shift;
    return joined;
  };
  return {
    ...{ text, count },
    kind: join(new Uint8Array(count), kind, window.kind, 0),
    start: join(new Int32Array(count), start, window.start, moved),
    end: join(new Int32Array(count), end, window.end, moved),
    isSettled: true,
    lexed: window.lexed,
    searched: before.searched + window.searched,
  };
}

/** Characters that are compared at once, which takes as long as a few one by one. */
const chunk = 1024;

/** How many characters two texts have in common at their beginnings, and behind those at their ends. */
function common(a: string, b: string): { prefix: number; suffix: number } {
  const most = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix + chunk <= most && a.slice(prefix, prefix + chunk) === b.slice(prefix, prefix + chunk)) prefix += chunk;
  while (prefix < most && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix += 1;
  const rest = most - prefix;
  const endOf = (text: string, suffix: number) => text.slice(text.length - suffix - chunk, text.length - suffix);
  let suffix = 0;
  while (suffix + chunk <= rest && endOf(a, suffix) === endOf(b, suffix)) suffix += chunk;
  while (suffix < rest && a.charCodeAt(a.length - suffix - 1) === b.charCodeAt(b.length - suffix - 1)) suffix += 1;
  return { prefix, suffix };
}
