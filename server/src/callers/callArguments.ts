import type { Span } from '../php/cursor.ts';
import type { Tokens } from '../php/lexer.ts';
import { fieldArgumentAt } from './arguments/fields.ts';
import { mappingArgumentAt, templateArgumentAt } from './arguments/fragments.ts';
import { literalArgumentAt } from './arguments/literals.ts';
import { isInArray, phpBrackets } from './arguments/phpBrackets.ts';
import { queryArgumentAt } from './arguments/queries.ts';
import type { ArgumentStyle, CallArgument } from './callArgument.ts';
import { callSites, sourceOf } from './callSites.ts';
import type { CallSite } from './callSite.ts';
import type { CallerDocument } from './callSites.ts';

const script: ArgumentStyle = { separator: ': ', quote: undefined, isFlat: true };
/** What PHP sends, it makes of nested arrays. */
const php: ArgumentStyle = { separator: ' => ', quote: "'", isFlat: false };

/** The PHP around a place, with the calls in it that only an index tells. */
export interface PhpCode {
  readonly tokens: Tokens;
  readonly span: Span;
  readonly sites: () => readonly CallSite[];
}

/**
 * The place in the arguments of a call that an offset is at, however much of the text is typed. It is asked for at every
 * hover and completion, so what a place is not is told from what is around it, before anything is looked for.
 */
export function callArgumentAt(document: CallerDocument, offset: number, code?: PhpCode): CallArgument | undefined {
  const sites = callSites(document);
  const text = document.text.getText();
  if (sites.length > 0) {
    const inText = queryArgumentAt(text, sites, offset) ?? fieldArgumentAt(text, sites, offset);
    if (inText) return inText;
    const tokens = sourceOf(document).scripts.find(({ span }) => span.start <= offset && offset <= span.end);
    if (tokens) return literalArgumentAt(tokens, sites, offset, script);
  }
  if (code) {
    if (!isInArray(code.tokens, offset)) return undefined;
    const all = [...sites, ...code.sites()];
    return all.length === 0 ? undefined : literalArgumentAt(phpBrackets(code.tokens, code.span), all, offset, php);
  }
  return templateArgumentAt(text, sites, offset) ?? mappingArgumentAt(text, sites, offset);
}
