/** Another name for an external function, wherever its plugin names it. */
import * as l10n from '@vscode/l10n';
import { callSites } from '../callers/callSites.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Span } from '../php/cursor.ts';
import { isCore } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import { checkedPaths, documentAt } from './documents.ts';
import type { FunctionSubject } from './entryRules.ts';
import { isQuoted } from './places.ts';
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

/** Where files of a component name a function: in quotes, or as an argument of a request. */
export function references(snapshot: IndexSnapshot, component: Component, name: string): Reference[] {
  // Tables and texts may be called the same.
  const quoted = new RegExp(`(?<!(?:\\$DB->\\w+|get_string)\\(\\s*)(['"\`])${escaped(name)}\\1`, 'g');
  return checkedPaths(snapshot, component).flatMap((path) => {
    const text = snapshot.file(path)?.text ?? '';
    const document = text.includes(name) ? documentAt(snapshot, path) : undefined;
    if (!document) return [];
    const starts = new Set(callSites(document).flatMap((site) => (site.name === name ? site.span.start : [])));
    for (const { index } of text.matchAll(quoted)) starts.add(index + 1);
    return [...starts].sort((a, b) => a - b).map((start) => ({ path, start, end: start + name.length }));
  });
}

function inReadme(snapshot: IndexSnapshot, { directory }: Component, name: string): Reference[] {
  const path = `${directory}/README.md`;
  const word = new RegExp(`(?<![\\w-])${escaped(name)}(?![\\w-])`, 'g');
  const found = (snapshot.file(path)?.text ?? '').matchAll(word);
  return [...found].map(({ index: start }) => ({ path, start, end: start + name.length }));
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
