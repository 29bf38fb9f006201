import { copied } from './excerpt.ts';
import type { MoodleException } from './outcome.ts';

/**
 * What little is read of answers in HTML and XML. They are never parsed as such: no entity of a document is expanded, no
 * markup is kept, and what is found is plain text.
 */

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#039;': "'",
  '&#39;': "'",
  '&amp;': '&',
};
/** Far more than what is looked for; pages and answers can have megabytes. */
const searched = 50_000;

export function isXml(body: string): boolean {
  return /^\s*<(\?xml\b|RESPONSE\b|EXCEPTION\b)/.test(body.slice(0, 200));
}

export function isHtmlPage(body: string): boolean {
  return /^\s*<(!doctype\s+html|html|head|body)\b/i.test(body.slice(0, 200));
}

/** The exception of an XML answer: `<EXCEPTION class="…"><ERRORCODE>…`; null where there is none. */
export function xmlException(body: string): MoodleException | null {
  const start = body.slice(0, searched);
  const exceptionClass = /<EXCEPTION class="([^"<>]*)">/.exec(start)?.[1];
  if (exceptionClass === undefined || /<!DOCTYPE/i.test(start)) return null;
  return {
    kind: 'exception',
    exceptionClass,
    errorcode: element(start, 'ERRORCODE') ?? '',
    message: element(start, 'MESSAGE') ?? '',
    debuginfo: element(start, 'DEBUGINFO'),
    format: 'xml',
  };
}

/** The title of a page as plain text in one line; empty where it has none. */
export function htmlTitle(body: string): string {
  return copied((element(body.slice(0, searched), 'title') ?? '').replace(/\s+/g, ' ').trim().slice(0, 200));
}

/** What a page of a Moodle site is, told by marks that are the same in every language and theme. */
export function htmlPage(body: string): 'login' | 'maintenance' | 'other' {
  const start = body.slice(0, searched * 4);
  if (/name="logintoken"|id="page-login-index"/.test(start)) return 'login';
  return /id="page-maintenance-message"|pagelayout-maintenance/.test(start) ? 'maintenance' : 'other';
}

function element(text: string, name: string): string | null {
  const lower = text.toLowerCase();
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'i').exec(text);
  if (open === null) return null;
  const start = open.index + open[0].length;
  const end = lower.indexOf(`</${name.toLowerCase()}>`, start);
  return end < 0
    ? null
    : text.slice(start, end).replace(/&(?:lt|gt|quot|#0?39|amp);/g, (entity) => entities[entity] ?? '');
}
