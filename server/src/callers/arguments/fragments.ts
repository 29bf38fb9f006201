import type { Span } from '../../php/cursor.ts';
import type { CallArgument, ArgumentStyle } from '../callArgument.ts';
import type { CallSite } from '../callSite.ts';
import { scanJavaScript } from '../javascript.ts';
import { literalArgumentAt } from './literals.ts';

/** Characters of a literal in a text of another language. */
const reach = 8000;
/** Characters that are read to find the literal around a place. */
const budget = 8 * reach;

const python: ArgumentStyle = { separator: ': ', quote: "'", isFlat: true };
const angular: ArgumentStyle = { separator: ': ', quote: undefined, isFlat: true };

/** The place that an offset is at in a literal like JavaScript's, in a text of any language: JSON, a dictionary of Python. */
export function mappingArgumentAt(text: string, sites: readonly CallSite[], offset: number): CallArgument | undefined {
  const near = sites.filter(({ kind, span }) => kind === 'wsfunction' && Math.abs(span.start - offset) < reach);
  let at = near.length === 0 ? 0 : offset;
  for (let left = budget; left > 0 && at > 0;) {
    at = text.lastIndexOf('{', at - 1);
    if (at < 0 || offset - at > reach) return undefined;
    const tokens = scanJavaScript(text, { start: at, end: Math.min(text.length, at + 2 * reach) }, true);
    const end = tokens.end.at(-1) ?? at;
    left -= end - at;
    const found =
      offset < end || (tokens.partner[0] ?? -1) < 0 ? literalArgumentAt(tokens, near, offset, python) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** The place that an offset is at in `[params]="{…}"` beside the `name` of a call in a template of the app. */
export function templateArgumentAt(text: string, sites: readonly CallSite[], offset: number): CallArgument | undefined {
  for (const site of sites) {
    if (site.kind !== 'template' || Math.abs(site.span.start - offset) > reach) continue;
    const start = text.lastIndexOf('<', site.span.start);
    const params = /\[params\]=(["'])/.exec(text.slice(start, Math.max(offset, site.span.start)));
    if (!params) continue;
    const valueStart = start + params.index + params[0].length;
    const quoteEnd = text.indexOf(params[1] ?? '"', valueStart);
    const span: Span = { start: valueStart, end: quoteEnd < 0 ? text.length : quoteEnd };
    if (offset < span.start || offset > span.end) continue;
    return literalArgumentAt(scanJavaScript(text, span), [site], offset, angular, true);
  }
  return undefined;
}
