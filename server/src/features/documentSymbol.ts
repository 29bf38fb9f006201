import { SymbolKind } from 'vscode-languageserver-types';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { fieldText } from '../index/entry.ts';
import type { Entry } from '../index/entry.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { SourceFile } from '../index/sourceFile.ts';
import type { ClassIsland, MemberIsland } from '../php/islands.ts';
import { isServicesFile } from './shared/declarationPlace.ts';
import type { FeatureDocument } from './shared/document.ts';
import { rangeIn } from './shared/places.ts';
import { phpSource } from './shared/tokens.ts';

/** `services`: entries of db/services.php only, beside an extension that knows PHP. `all`: external classes as well. */
export type SymbolMode = 'services' | 'all';

export function provideDocumentSymbols(
  index: IndexSnapshot,
  document: FeatureDocument,
  mode: SymbolMode = 'services',
): DocumentSymbol[] {
  const file = phpSource(index, document);
  if (!file) return [];
  if (isServicesFile(document.path)) return entrySymbols(index, file);
  return mode === 'all' ? file.islands.classes.filter(isExternal).map((cls) => classSymbol(file, cls)) : [];
}

function entrySymbols(index: IndexSnapshot, file: SourceFile): DocumentSymbol[] {
  const declared = index.declarationsIn(file.path);
  const symbol = (entry: Entry, kind: SymbolKind, detail: string): DocumentSymbol => ({
    name: entry.name === '' ? "''" : entry.name,
    detail,
    kind,
    range: rangeIn(file, entry.span),
    selectionRange: rangeIn(file, entry.nameSpan),
  });
  // Entries that code makes have no place of their own.
  const written = (entry: Entry) => entry.nameSpan.end > entry.nameSpan.start;
  return [
    ...(declared?.functions ?? [])
      .filter(written)
      .map((entry) => symbol(entry, SymbolKind.Function, fieldText(entry, 'type') ?? '')),
    ...(declared?.services ?? [])
      .filter(written)
      .map((entry) => symbol(entry, SymbolKind.Module, fieldText(entry, 'shortname') ?? '')),
  ];
}

const isExternal = ({ members }: ClassIsland): boolean =>
  members.some(({ kind, name }) => kind === 'method' && /._parameters$/i.test(name));

function classSymbol(file: SourceFile, cls: ClassIsland): DocumentSymbol {
  return {
    name: cls.name === '' ? cls.kind : cls.name,
    kind: cls.kind === 'interface' ? SymbolKind.Interface : cls.kind === 'enum' ? SymbolKind.Enum : SymbolKind.Class,
    range: rangeIn(file, cls),
    selectionRange: rangeIn(file, cls.nameSpan),
    children: cls.members.map((member) => ({
      name: member.kind === 'property' ? `$${member.name}` : member.name,
      kind: memberKinds[member.kind],
      range: rangeIn(file, member),
      selectionRange: rangeIn(file, member.nameSpan),
    })),
  };
}

const memberKinds: Readonly<Record<MemberIsland['kind'], SymbolKind>> = {
  method: SymbolKind.Method,
  property: SymbolKind.Property,
  constant: SymbolKind.Constant,
  case: SymbolKind.EnumMember,
};
