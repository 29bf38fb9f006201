import type { CallArgument, ArgumentStyle } from '../callArgument.ts';
import type { CallSite } from '../callSite.ts';

/** Characters around a call in which its arguments are looked for. */
const reach = 2000;
/** The names of fields before their values. */
const names = /(?<=[?&\s'"])[A-Za-z]\w*(?:\[[^\][&=\s]*\])*(?==)/g;
const style: ArgumentStyle = { separator: '=', quote: '', isFlat: true };
/** An option of curl whose argument is a field of the form. */
const field = /(?:\s-[dF]|\s--(?:data|form)(?:-\w+)*)[\s=]{0,10}['"]?$/;

/**
 * The place in a query or a form that an offset is at: `…?wsfunction=x&courseid=5`, over several lines where these begin
 * or end with `&`, and `-d wsfunction=x -d courseid=5` in one command.
 */
export function queryArgumentAt(text: string, sites: readonly CallSite[], offset: number): CallArgument | undefined {
  const near = sites.filter(
    ({ kind, span }) =>
      kind === 'wsfunction' && text[span.start - 1] === '=' && Math.abs(span.start - offset) < 2 * reach,
  );
  if (near.length === 0) return undefined;
  let start = offset;
  while (start > 0 && offset - start < reach && !/[\s'"`?&]/.test(text.charAt(start - 1))) start -= 1;
  const typed = text.slice(start, offset);
  const equals = typed.indexOf('=');
  const key =
    equals < 0 ? typed + (/^[\w[\]]*/.exec(text.slice(offset, offset + reach))?.[0] ?? '') : typed.slice(0, equals);
  if (key !== '' && !/^[A-Za-z][\w[\]]*$/.test(key)) return undefined;
  const isInForm = (at: number) => /[?&]\s{0,20}$/.test(text.slice(Math.max(0, at - 21), at));
  const isField = field.test(text.slice(Math.max(0, start - 40), start));
  if (!isInForm(start) && !isField) return undefined;
  const site = near.find(({ span }) => areTogether(text, span.start, start, isField));
  if (!site) return undefined;
  const valueStart = start + equals + 1;
  const span =
    equals < 0
      ? { start, end: start + key.length }
      : { start: valueStart, end: offset + (/^[^\s'"`?&]*/.exec(text.slice(offset, offset + reach))?.[0].length ?? 0) };
  return {
    name: site.name,
    path: [],
    part: equals < 0 ? 'key' : 'value',
    key,
    span,
    ...{ quote: undefined, closed: false },
    hasSeparator: equals >= 0 || text[span.end] === '=',
    present: new Set(keysAround(text, site.span.start, start)),
    style,
  };
}

/** Whether two places are in one query, or in one command. */
function areTogether(text: string, one: number, other: number, isCommand: boolean): boolean {
  if (Math.abs(one - other) > reach) return false;
  const between = text.slice(Math.min(one, other), Math.max(one, other));
  return isCommand ? !/(?<!\\)\n/.test(between.replaceAll('\r', '')) : !/[\s'"`]/.test(joined(between));
}

/** The names in the query or command of a call, but for the one at `except`. */
function* keysAround(text: string, site: number, except: number): Generator<string> {
  const from = Math.max(0, site - reach);
  for (const match of text.slice(from, site + reach).matchAll(names)) {
    const at = from + match.index;
    if (at !== except && (areTogether(text, site, at, false) || areTogether(text, site, at, true))) yield match[0];
  }
}

const joined = (text: string): string => text.replace(/\s*&\s*/g, '&');
