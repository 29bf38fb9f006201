import type { TextDocument } from 'vscode-languageserver-textdocument';
import { firstAtOrAbove } from '../php/cursor.ts';
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
  /methodname|wsfunction|call_external_function|external_function_info|core-site-plugins-call-ws|\.callAjax|[sS]ite(?:\([^()]{0,100}\))?[!?)]{0,3}\s{0,50}\??\.(?:read|write|request)/;
const scriptLanguages = new Set(['javascript', 'javascriptreact', 'typescript', 'typescriptreact']);

/** Key: the document; valid for its version; gone with the document. */
const memory = new WeakMap<TextDocument, { version: number; source: CallerSource; sites: readonly CallSite[] }>();

/** All places of a document that name an external function in full, in order. */
export function callSites(document: CallerDocument): CallSite[] {
  return allSites(document).filter((site) => site.closed && site.name !== '');
}

/** The place at an offset that names a function, or will once it is typed. */
export function callAt(document: CallerDocument, offset: number): CallSite | undefined {
  return allSites(document).find(({ span }) => span.start <= offset && offset <= span.end);
}

const allSites = (document: CallerDocument): readonly CallSite[] => read(document).sites;

/** The text of a document as the kinds of callers see it. */
export const sourceOf = (document: CallerDocument): CallerSource => read(document).source;

function read({ languageId, text: document }: CallerDocument) {
  let known = memory.get(document);
  if (known?.version !== document.version) {
    const source = new Source(languageId, document.getText());
    known = { version: document.version, source, sites: sitesIn(source) };
    memory.set(document, known);
  }
  return known;
}

/** The same for a text that is no document; also names that are still being typed. */
export const findCallSites = (languageId: string, text: string): CallSite[] => sitesIn(new Source(languageId, text));

function sitesIn(source: CallerSource): CallSite[] {
  if (!marks.test(source.text)) return [];
  const byStart = new Map<number, CallSite>();
  for (const kind of kinds)
    for (const site of kind(source))
      if (!byStart.has(site.span.start) && !inComment(source, site.span.start)) byStart.set(site.span.start, site);
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start);
}

/** One text; its tokens when they are first asked for. */
class Source implements CallerSource {
  private scriptsMemo: readonly JsTokens[] | undefined;
  private phpMemo: Tokens | undefined;

  constructor(
    private readonly languageId: string,
    readonly text: string,
  ) {}

  get scripts(): readonly JsTokens[] {
    const { text } = this;
    return (this.scriptsMemo ??= scriptLanguages.has(this.languageId)
      ? [scanJavaScript(text)]
      : scriptBlocks(text).map((span) => scanJavaScript(text, span)));
  }

  get php(): Tokens | undefined {
    return this.languageId === 'php' ? (this.phpMemo ??= lex(this.text)) : undefined;
  }
}

const inComment = ({ php, scripts }: CallerSource, offset: number): boolean =>
  scripts.some((script) => inScriptComment(script, offset)) || (php !== undefined && inPhpComment(php, offset));

const inScriptComment = ({ span, comments }: JsTokens, offset: number): boolean =>
  contains(span, offset) && comments.some((comment) => contains(comment, offset));

const contains = (span: Span, offset: number): boolean => span.start <= offset && offset < span.end;

function inPhpComment({ kind, start, end }: Tokens, offset: number): boolean {
  const i = firstAtOrAbove(start, offset + 1) - 1;
  return (kind[i] === T.Comment || kind[i] === T.DocComment) && offset < (end[i] ?? 0);
}
