/** Requests of clients that write them as the query of an address: `…?wsfunction=x&courseid=5`. */
import { callSites } from '../callers/callSites.ts';
import type { Span } from '../php/cursor.ts';
import type { RuleContext } from './rule.ts';

/** `name=value` or `name[0][key]=value` in a query; the place is the name. */
interface QueryPart extends Span {
  readonly name: string;
  /** As written behind `=`. */
  readonly value: string;
  readonly isIndexed: boolean;
}

interface ClientQuery {
  /** The function. */
  readonly name: string;
  readonly parts: readonly QueryPart[];
}

/** What belongs to the protocol (webservice/rest, webservice/lib.php). */
const reserved = /^(wstoken|wsfunction|wsusername|wspassword|moodlewsrestformat|moodlewssetting\w*)$/;

/** The queries of a document that name a function; parts of the protocol are left out. */
export function* queriesIn({ document }: RuleContext): Generator<ClientQuery> {
  const text = document.text.getText();
  for (const { kind, name, span } of callSites(document)) {
    if (kind !== 'wsfunction' || text[span.start - 1] !== '=') continue;
    // From the beginning to the end of the quoted text, or of what has no blanks.
    const line = /[^\s'"`]*$/.exec(text.slice(Math.max(0, span.start - 2000), span.start))?.[0] ?? '';
    const start = span.start - line.length;
    const query = line + (/^[^\s'"`]*/.exec(text.slice(span.start, span.start + 4000))?.[0] ?? '');
    const parts: QueryPart[] = [];
    for (const match of query.matchAll(/(?<=[?&]|^)([A-Za-z]\w*)((?:\[[^\]&]*\]|%5B[^&=]*?%5D)*)=([^&#]*)/gi)) {
      const [, part = '', index = '', value = ''] = match;
      if (reserved.test(part)) continue;
      const at = start + match.index;
      parts.push({ name: part, value, isIndexed: index !== '', start: at, end: at + part.length });
    }
    yield { name, parts };
  }
}
