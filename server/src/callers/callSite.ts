import type { Tokens } from '../php/lexer.ts';
import type { Span } from '../php/cursor.ts';
import type { JsTokens } from './javascript.ts';

/**
 * How a text names an external function:
 * `ajax` a request of core/ajax · `app` the Moodle app's `site.read('…')` · `php` `call_external_function('…')` ·
 * `template` `core-site-plugins-call-ws` in a template of the app · `wsfunction` a request by any other client; by the
 * methods of its class: `method` `find::execute(…)` · `validation` `validate_parameters(self::execute_parameters(), …)`.
 */
type CallKind = 'ajax' | 'app' | 'php' | 'template' | 'wsfunction' | 'method' | 'validation';

/** A place that names an external function. */
export interface CallSite {
  readonly kind: CallKind;
  /** As far as it is typed; may be empty. */
  readonly name: string;
  /** The name, without quotes. */
  readonly span: Span;
  /** False while the name is being typed: no quote ends it. */
  readonly closed: boolean;
  /** `ajax` only: false for a call with `loginrequired` false; undefined when that cannot be told. */
  readonly loginRequired?: boolean | undefined;
}

/** One text as the kinds see it. */
export interface CallerSource {
  readonly text: string;
  /** JavaScript in the text: all of it, or its script blocks. Empty for texts that cannot have any. */
  readonly scripts: readonly JsTokens[];
  /** For PHP files. */
  readonly php: Tokens | undefined;
}

const isNamePart = (code: number): boolean =>
  (code >= 97 && code <= 122) || code === 95 || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);

/** Where the name that begins at `start` ends. */
export function nameEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * The name inside a quoted literal that begins at `start` with its quote; undefined when the literal holds something
 * else. An unterminated literal yields what is typed so far.
 */
export function quotedName(
  text: string,
  start: number,
  end: number,
): Pick<CallSite, 'name' | 'span' | 'closed'> | undefined {
  const stop = nameEnd(text, start + 1);
  const closed = stop < end && text[stop] === text[start];
  // `'core_x, args: {` up to the line end: its quote is still to be typed.
  const terminated = end - start > 1 && text[end - 1] === text[start];
  if (!closed && terminated) return undefined;
  return { name: text.slice(start + 1, stop), span: { start: start + 1, end: stop }, closed };
}
