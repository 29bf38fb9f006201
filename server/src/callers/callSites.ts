import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../php/cursor.ts';
import { lex, T } from '../php/lexer.ts';
import type { Tokens } from '../php/lexer.ts';
import type { CallerSource, CallSite } from './callSite.ts';
import { scanJavaScript } from './javascript.ts';
import type { JsTokens } from './javascript.ts';
import { ajaxCalls } from './kinds/ajax.ts';
import { appCalls } from './kinds/app.ts';
import { phpCalls } from './kinds/php.ts';
import { templateCalls } from './kinds/template.ts';
import { wsfunctionCalls } from './kinds/wsfunction.ts';
import { scriptBlocks } from './scriptBlocks.ts';

export interface CallerDocument {
  readonly languageId: string;
  readonly text: TextDocument;
}

const kinds = [ajaxCalls, appCalls, phpCalls, templateCalls, wsfunctionCalls];
/** Texts without any of these name no function. */
const marks =
  /methodname|wsfunction|external_function|core-site-plugins-call-ws|\.callAjax|[sS]ite(?:\([^()]{0,100}\))?[!?)]{0,3}\s{0,50}\??\.(?:read|write|request)/;
const scriptLanguages = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);

/** Key: the document; valid for its version; gone with the document. */
const memory = new WeakMap<TextDocument, { version: number; sites: readonly CallSite[] }>();

/** All places of a document that name an external function in full, in order. */
export function callSites(document: CallerDocument): CallSite[] {
  return allSites(document).filter((site) => site.closed && site.name !== '');
}

/** The place at an offset that names a function, or will once it is typed. */
export function callAt(document: CallerDocument, offset: number): CallSite | undefined {
  return allSites(document).find(({ span }) => span.start <= offset && offset <= span.end);
}

function allSites({ languageId, text: document }: CallerDocument): readonly CallSite[] {
  const known = memory.get(document);
  if (known?.version === document.version) return known.sites;
  const sites = findCallSites(languageId, document.getText());
  memory.set(document, { version: document.version, sites });
  return sites;
}

/** The same for a text that is no document; also names that are still being typed. */
export function findCallSites(languageId: string, text: string): CallSite[] {
  if (!marks.test(text)) return [];
  const source = callerSource(languageId, text);
  const byStart = new Map<number, CallSite>();
  for (const kind of kinds)
    for (const site of kind(source))
      if (!byStart.has(site.span.start) && !inComment(source, site.span.start)) byStart.set(site.span.start, site);
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}

/** A text as the kinds of callers see it. */
export function callerSource(languageId: string, text: string): CallerSource {
  const php = languageId === 'php' ? lex(text) : undefined;
  const scripts = scriptLanguages.has(languageId)
    ? [scanJavaScript(text)]
    : scriptBlocks(text).map((span) => scanJavaScript(text, span));
  return { text, scripts, php };
}

const inComment = ({ php, scripts }: CallerSource, offset: number): boolean =>
  scripts.some((script) => inScriptComment(script, offset)) || (php !== undefined && inPhpComment(php, offset));

const inScriptComment = ({ span, comments }: JsTokens, offset: number): boolean =>
  contains(span, offset) && comments.some((comment) => contains(comment, offset));

const contains = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

function inPhpComment({ kind, start, end, count }: Tokens, offset: number): boolean {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (kind[low] === T.Comment || kind[low] === T.DocComment) && offset < (end[low] ?? 0);
}
