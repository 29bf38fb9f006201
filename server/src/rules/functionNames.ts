/** Another name for an external function, wherever its plugin names it. */
import * as l10n from '@vscode/l10n';
import { callSites } from '../callers/callSites.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { isCore } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import { checkedPaths, documentAt } from './documents.ts';
import type { FunctionSubject } from './entryRules.ts';
import { isQuoted, textsIn, unquoted } from './places.ts';
import type { Fix } from './rule.ts';

/** The entry and all that names it; undefined where another function has the name, and for Moodle's own, which are named everywhere. */
export function renamedTo(subject: FunctionSubject, name: string): (() => Fix) | undefined {
  const { snapshot, component, entry, file } = subject;
  if (isCore(component) || name === entry.name || snapshot.functions.has(name) || !isQuoted(file, entry.nameSpan))
    return undefined;
  return () => ({
    title: l10n.t('Rename to {0}, wherever {1} names it', name, component.name),
    edits: [...references(snapshot, component, entry.name), ...inReadme(snapshot, component, entry.name)].map(
      (one) => ({
        ...one,
        text: name,
      }),
    ),
  });
}

/** A function's name in a file. */
interface Reference extends Span {
  readonly path: string;
}

/** Where files of a component name a function: in quotes, as an argument of a request, or in lists of services. */
export function references(snapshot: IndexSnapshot, component: Component, name: string): Reference[] {
  const services = `${component.directory}/db/services.php`;
  return checkedPaths(snapshot, component).flatMap((path) => {
    const document = snapshot.file(path)?.text.includes(name) === true ? documentAt(snapshot, path) : undefined;
    if (!document) return [];
    const starts = path === services ? inServices(snapshot, path, name) : inCode(document, component, name);
    return [...new Set(starts)].sort((a, b) => a - b).map((start) => ({ path, start, end: start + name.length }));
  });
}

/** Methods may be called the same: only names of entries, and what services list. */
function inServices(snapshot: IndexSnapshot, path: string, name: string): number[] {
  const file = snapshot.file(path);
  const { functions = [], services = [] } = snapshot.declarationsIn(path) ?? {};
  if (!file) return [];
  const entries = functions.filter((one) => one.name === name && isQuoted(file, one.nameSpan));
  const lists = services.flatMap(({ fields }) => fields.get('functions')?.valueSpan ?? []);
  const listed = lists.flatMap((list) => [...textsIn(file, list)].filter(({ text }) => text === name));
  return [...entries.map(({ nameSpan }) => unquoted(file, nameSpan)), ...listed.map(({ span }) => span)].map(
    ({ start }) => start,
  );
}

function inCode(document: FeatureDocument, component: Component, name: string): number[] {
  const called = callSites(document).flatMap((site) => (site.name === name ? site.span.start : []));
  // Without the component it may be anything; and tables and texts may be called the same as well.
  if (!name.startsWith(`${component.name}_`)) return called;
  const quoted = new RegExp(`(?<!(?:\\$DB->\\w+|get_string)\\(\\s*)(['"\`])${escaped(name)}\\1`, 'g');
  return [...called, ...[...document.text.getText().matchAll(quoted)].map(({ index }) => index + 1)];
}

function inReadme(snapshot: IndexSnapshot, { directory }: Component, name: string): Reference[] {
  const path = `${directory}/README.md`;
  const word = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, 'g');
  const found = (snapshot.file(path)?.text ?? '').matchAll(word);
  return [...found].map(({ index: start }) => ({ path, start, end: start + name.length }));
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
