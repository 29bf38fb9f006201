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
    const start = match.index + match[0].length;
    const end = nameEnd(text, start);
    const quote = match[1];
    const site = { kind: 'wsfunction', name: text.slice(start, end), span: { start, end } } as const;
    if (quote !== undefined) {
      const closed = text.startsWith(quote, end);
      // A quoted text that is no name; but an unterminated one on its line may become one.
      if (closed || /^[\s,;)\]}]|^$/.test(text.slice(end, end + 1))) yield { ...site, closed };
    } else if (match[0] === 'wsfunction=' && !/^[$={<>%[(*?:.-]/.test(text.slice(end, end + 1)))
      yield { ...site, closed: end > start };
  }
}
