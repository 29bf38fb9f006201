import type { LocationLink, Range } from 'vscode-languageserver-types';
import type { FunctionDeclaration, Implementation } from '../../index/evaluateFunction.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { SourceFile } from '../../index/sourceFile.ts';
import type { Span } from '../../php/cursor.ts';
import { uriOfPath } from '../../workspace/paths.ts';
import type { FeatureDocument } from './document.ts';

/** A piece of a file: all of it, and the name in it. */
export interface Place {
  readonly path: string;
  readonly whole: Span;
  readonly name: Span;
}

/** The editor's own URI for the document at hand, so that a linked folder does not open a second copy of it. */
export const uriFor = (path: string, document: FeatureDocument | undefined): string =>
  path === document?.path ? document.uri : uriOfPath(path);

export const rangeIn = (file: SourceFile, { start, end }: Span): Range => ({
  start: file.positionAt(start),
  end: file.positionAt(end),
});

export const declarationPlace = ({ entry }: FunctionDeclaration): Place => ({
  path: entry.path,
  whole: entry.span,
  name: entry.nameSpan,
});

/** The method that runs; the class where the method is missing. */
export function implementationPlace({ cls, method }: Implementation): Place | undefined {
  if (method) return { path: method.cls.path, whole: method.member, name: method.member.nameSpan };
  return classPlace({ cls });
}

export function classPlace({ cls }: Pick<Implementation, 'cls'>): Place | undefined {
  return cls && { path: cls.path, whole: cls.declaration, name: cls.declaration.nameSpan };
}

/** The place as a link; undefined for what is in no file (classes that the extension itself knows). */
export function linkTo(
  index: IndexSnapshot,
  document: FeatureDocument,
  origin: Span,
  place: Place | undefined,
): LocationLink | undefined {
  const file = place && index.file(place.path);
  if (!file) return undefined;
  const { text } = document;
  return {
    originSelectionRange: { start: text.positionAt(origin.start), end: text.positionAt(origin.end) },
    targetUri: uriFor(place.path, document),
    targetRange: rangeIn(file, place.whole),
    targetSelectionRange: rangeIn(file, place.name),
  };
}

/** The line of a place, 1-based; undefined for what is in no file. */
export function lineOf(index: IndexSnapshot, place: Place | undefined): { path: string; line: number } | undefined {
  const file = place && index.file(place.path);
  return file && { path: place.path, line: file.positionAt(place.name.start).line + 1 };
}

/** `[label](file:///…#L12)`; the label is escaped by its maker. Undefined for what is in no file. */
export function markdownLink(
  document: FeatureDocument | undefined,
  label: string,
  at: { readonly path: string; readonly line: number } | undefined,
): string | undefined {
  return at && `[${label}](${uriFor(at.path, document).replace(/[()<>\s]/g, encodeURIComponent)}#L${at.line})`;
}
