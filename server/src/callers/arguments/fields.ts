import type { CallArgument, ArgumentStyle } from '../callArgument.ts';
import type { CallSite } from '../callSite.ts';

/** Characters around a place in which the other fields are looked for. */
const reach = 3000;
/** Characters between the key `wsfunction` and its value. */
const maxGap = 40;
const style: ArgumentStyle = { separator: '', quote: '', isFlat: true };
/** `params.set('key'`, `$params['key'`, `name="key"`: what has the fields (nothing in HTML), quote, key, closing quote. */
const assignment =
  /(?<![\w$.-])(?:([$\w][\w$.]*)(?:\[|(?:\.|->)(?:set|append|add|put)\()\s{0,20}|name=)(['"])([\w[\]]*)(\2)?/g;

/**
 * The place that an offset is at in `params.set('courseid', …)`, `params['courseid'] = …` or `<input name="courseid">`,
 * below the same for `wsfunction`.
 */
export function fieldArgumentAt(text: string, sites: readonly CallSite[], offset: number): CallArgument | undefined {
  const from = Math.max(0, offset - reach);
  if (!sites.some(({ kind, span }) => kind === 'wsfunction' && from < span.start && span.start < offset))
    return undefined;
  // What is typed begins with its quote.
  let quoted = offset;
  while (/[\w[\]]/.test(text.charAt(quoted - 1))) quoted -= 1;
  if (!/['"]/.test(text.charAt(quoted - 1))) return undefined;
  const fields = [...text.slice(from, offset + reach).matchAll(assignment)].map(
    ({ 0: { length }, 1: receiver, 2: quote, 3: key = '', 4: closing = '', index }) => {
      const end = from + index + length - closing.length;
      return { receiver, quote, key, span: { start: end - key.length, end }, closed: closing !== '' };
    },
  );
  const typed = fields.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!typed) return undefined;
  const others = fields.filter((one) => one !== typed && one.receiver === typed.receiver);
  const named = others.findLast(({ key, span }) => key === 'wsfunction' && span.end < offset);
  const site = named && sites.find(({ span }) => span.start > named.span.end && span.start < named.span.end + maxGap);
  if (!site || (typed.receiver === undefined && /<\/?form\b/i.test(text.slice(site.span.end, offset))))
    return undefined;
  const { key, span, quote, closed } = typed;
  const present = new Set(others.map((one) => one.key));
  return {
    name: site.name,
    path: [],
    part: 'key',
    ...{ key, span, quote, closed },
    hasSeparator: true,
    present,
    style,
  };
}
