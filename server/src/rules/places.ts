/** What several rules need to know of the document they look at. */
import { tokenAt } from '../edits/arrayEdits.ts';
import { callSites } from '../callers/callSites.ts';
import type { CallSite } from '../callers/callSite.ts';
import { declareFunction } from '../index/evaluateFunction.ts';
import type { DeclarationFile } from '../index/declarations.ts';
import type { Entry, Field } from '../index/entry.ts';
import type { FunctionDeclaration } from '../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import { Cursor, literalText } from '../php/cursor.ts';
import type { Span } from '../php/cursor.ts';
import { T } from '../php/lexer.ts';
import type { Component } from '../workspace/codebase.ts';
import type { RuleContext } from './rule.ts';

/** A db/services.php that Moodle would read. */
export interface ServicesFile {
  readonly file: SourceFile;
  readonly declared: DeclarationFile;
  readonly component: Component;
}

/** The document as the services file of a component; undefined when it is none. */
export function servicesFile({ snapshot, document: { path } }: RuleContext): ServicesFile | undefined {
  if (!path.endsWith('/db/services.php')) return undefined;
  const component = snapshot.componentOf(path);
  // The copy of a plugin in a tree, where a checkout stands in for it, is read by nobody.
  if (!component || path !== `${component.directory}/db/services.php`) return undefined;
  const file = snapshot.file(path);
  const declared = file && snapshot.declarationsIn(path);
  return declared && { file, declared, component };
}

/** The functions of a services file. Where two components declare one name, each has its own. */
export const functionsOf = (snapshot: IndexSnapshot, { declared, component }: ServicesFile): FunctionDeclaration[] =>
  declared.functions.map((entry) => {
    const known = snapshot.declared.get(entry.name);
    return known?.entry === entry ? known : declareFunction(entry, component);
  });

/** A span without the quotes around it. */
export function unquoted({ text }: SourceFile, { start, end }: Span): Span {
  const quote = text[start];
  const isQuoted = (quote === "'" || quote === '"') && end - start > 1 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Whether a key is written as a text, not computed. */
export const isQuoted = (file: SourceFile, span: Span): boolean => unquoted(file, span).start > span.start;

/** Where a field is written, or the name of its entry where it is not. */
export const valuePlace = (file: SourceFile, entry: Entry, field: Field | undefined): Span =>
  unquoted(file, field?.valueSpan ?? entry.nameSpan);

/** A literal list in a value: each text in it with its place, without quotes. */
export function* textsIn(file: SourceFile, { start, end }: Span): Generator<{ text: string; span: Span }> {
  const c = new Cursor(file.islands.tokens);
  for (let i = tokenAt(c, start); i < c.count && c.start(i) < end; i += 1) {
    const text = c.kind(i) === T.String ? literalText(c.text(i)) : undefined;
    if (text !== undefined) yield { text, span: unquoted(file, c.span(i)) };
  }
}

/** Requests of core/ajax in a document; none in files that a build has made. */
export const ajaxCalls = ({ document }: RuleContext): CallSite[] =>
  document.path.includes('/amd/build/') ? [] : callSites(document).filter(({ kind }) => kind === 'ajax');

/**
 * Whether a function of this name would be declared in what is indexed: its component is there. Nothing can be said of
 * functions of other plugins, nor of Moodle's own while only a plugin is open.
 */
export function wouldBeIndexed({ codebase }: IndexSnapshot, name: string): boolean {
  for (let at = name.indexOf('_'); at > 0; at = name.indexOf('_', at + 1))
    if (codebase.components.has(name.slice(0, at))) return true;
  return false;
}
