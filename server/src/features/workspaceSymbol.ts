import { SymbolKind } from 'vscode-languageserver-types';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { rangeIn, uriFor } from './shared/places.ts';

/** External functions whose name has the characters of the query in order, those that have it in one piece first. */
export function provideWorkspaceSymbols(index: IndexSnapshot, query: string): WorkspaceSymbol[] {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const whole: WorkspaceSymbol[] = [];
  const scattered: WorkspaceSymbol[] = [];
  for (const { name, entry, component } of index.sortedFunctions) {
    const lower = name.toLowerCase();
    const list = lower.includes(wanted) ? whole : hasInOrder(lower, wanted) ? scattered : undefined;
    const file = list && index.file(entry.path);
    if (!file) continue;
    const location = { uri: uriFor(entry.path, undefined), range: rangeIn(file, entry.nameSpan) };
    list.push({ name, kind: SymbolKind.Function, containerName: component.name, location });
  }
  return [...whole, ...scattered];
}

function hasInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
