import { fieldArgumentAt } from './arguments/fields.ts';
import { mappingArgumentAt, templateArgumentAt } from './arguments/fragments.ts';
import { literalArgumentAt } from './arguments/literals.ts';
import { phpBrackets } from './arguments/phpBrackets.ts';
import { queryArgumentAt } from './arguments/queries.ts';
import type { ArgumentStyle, CallArgument } from './callArgument.ts';
import { callerSource, callSites } from './callSites.ts';
import type { CallSite } from './callSite.ts';
import type { CallerDocument } from './callSites.ts';

const script: ArgumentStyle = { separator: ': ', quote: undefined, isFlat: true };
/** What PHP sends, it makes of nested arrays. */
const php: ArgumentStyle = { separator: ' => ', quote: "'", isFlat: false };

/** The place in the arguments of a call that an offset is at, however much of the text is typed. */
export function callArgumentAt(
  document: CallerDocument,
  offset: number,
  /** Calls that only an index tells. */
  others: readonly CallSite[] = [],
): CallArgument | undefined {
  const sites = [...callSites(document), ...others];
  if (sites.length === 0) return undefined;
  const text = document.text.getText();
  const source = callerSource(document.languageId, text);
  const inText = queryArgumentAt(text, sites, offset) ?? fieldArgumentAt(text, sites, offset);
  if (inText) return inText;
  const tokens = source.scripts.find(({ span }) => span.start <= offset && offset <= span.end);
  if (tokens) return literalArgumentAt(tokens, sites, offset, script);
  if (source.php) return literalArgumentAt(phpBrackets(source.php), sites, offset, php);
  return templateArgumentAt(text, sites, offset) ?? mappingArgumentAt(text, sites, offset);
}
