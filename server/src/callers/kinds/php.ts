import { char, Cursor } from '../../php/cursor.ts';
import { T } from '../../php/lexer.ts';
import { quotedName } from '../callSite.ts';
import type { CallerSource, CallSite } from '../callSite.ts';

const callees = new Set(['call_external_function', 'external_function_info']);

/** `external_api::call_external_function('name', …)` and `external_api::external_function_info('name')`. */
export function* phpCalls(source: CallerSource): Generator<CallSite> {
  const { text } = source;
  const php = [...callees].some((name) => text.includes(name)) ? source.php : undefined;
  if (!php) return;
  const c = new Cursor(php);
  for (let i = 0; i < c.count; i += 1) {
    if (c.kind(i) !== T.Name || !callees.has(c.text(i).toLowerCase())) continue;
    const open = c.next(i + 1);
    if (c.kind(open) !== char('(') || c.isWord(c.previous(i - 1), 'function')) continue;
    let argument = c.next(open + 1);
    // A named argument.
    if (c.isWord(argument, 'function') && c.kind(c.next(argument + 1)) === char(':'))
      argument = c.next(c.next(argument + 1) + 1);
    const found = c.kind(argument) === T.String && quotedName(text, c.start(argument), c.end(argument));
    if (found) yield { kind: 'php', ...found };
  }
}
