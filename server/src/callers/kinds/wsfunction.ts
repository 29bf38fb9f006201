import { nameEnd } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';

/**
 * `wsfunction=name` in an address or a form, and every way to set a key of that name to a literal: `wsfunction: '…'`,
 * `"wsfunction": "…"` (also with escaped quotes), `'wsfunction' => '…'`, `['wsfunction'] = '…'`, `set('wsfunction', '…')`,
 * `name="wsfunction" value="…"`.
 */
const pattern = /(?<![\w$])wsfunction(?:\\?['"`]\]?)?(?:\s{0,20}(?:=>|={1,3}|[:,])\s{0,20}|\s{1,20}value=)(\\?['"`])?/g;

export function* wsfunctionCalls({ text }: CallerSource): Generator<CallSite> {
  if (!text.includes('wsfunction')) return;
  for (const match of text.matchAll(pattern)) {
    const written = match[0];
    // `"…?wsfunction="`: the quote ends the text that the address is in.
    const quote = match[1] !== undefined && isInText(text, match.index, match[1]) ? undefined : match[1];
    const start = match.index + written.length - (quote === undefined ? (match[1] ?? '').length : 0);
    const end = nameEnd(text, start);
    const site = { kind: 'wsfunction', name: text.slice(start, end), span: { start, end } } as const;
    const next = text.slice(end, end + 1);
    if (quote !== undefined) {
      const closed = text.startsWith(quote, end);
      // A quoted text that is no name; but an unterminated one on its line may become one.
      if (closed || /^[\s,;)\]}]?$/.test(next)) yield { ...site, closed };
    } else if (written.startsWith('wsfunction=') && start === match.index + 11 && !/[$={<>%[(*?:.-]/.test(next))
      yield { ...site, closed: end > start };
  }
}

/** Whether a quote of this kind is open at `at`, judged by its line. */
function isInText(text: string, at: number, quote: string): boolean {
  const before = text.slice(Math.max(at - 2000, 0), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const key = /^\\?['"`]/.test(text.slice(at + 10, at + 12));
  return !key && line.split(quote).length % 2 === 0;
}
