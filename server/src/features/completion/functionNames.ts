import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Entry } from '../../index/entry.ts';
import { fieldFlag, fieldText } from '../../index/entry.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import { completionItem } from './offers.ts';
import type { CompletionSupport } from './offers.ts';

export interface FunctionNamesWanted {
  /** With quotes, where none are typed yet. */
  readonly quoted?: boolean;
  /** For core/ajax: functions it cannot call come last. */
  readonly ajax?: boolean;
}

/** Key: a revision; one list for each way to show it. Gone with the revision. */
const memory = new WeakMap<IndexSnapshot, Map<string, readonly CompletionItem[]>>();

/** Key: an entry, which lives as long as its file is unchanged; one item for each way to show it. */
const itemMemory = new WeakMap<Entry, Map<string, CompletionItem>>();

/** All external functions as completion items, shared between requests. */
export function functionNames(
  index: IndexSnapshot,
  wanted: FunctionNamesWanted,
  support: CompletionSupport,
): readonly CompletionItem[] {
  let lists = memory.get(index);
  if (!lists) memory.set(index, (lists = new Map<string, readonly CompletionItem[]>()));
  const key = [wanted.quoted, wanted.ajax, support.tags].join();
  let items = lists.get(key);
  if (!items) lists.set(key, (items = index.offeredFunctions.map((fn) => knownItem(index, fn, key, wanted, support))));
  return items;
}

function knownItem(
  index: IndexSnapshot,
  fn: FunctionDeclaration,
  key: string,
  wanted: FunctionNamesWanted,
  support: CompletionSupport,
): CompletionItem {
  let known = itemMemory.get(fn.entry);
  if (!known) itemMemory.set(fn.entry, (known = new Map<string, CompletionItem>()));
  const deprecated =
    index.lastDescription(fn)?.deprecated === true || (!isDeclared(fn) && fieldFlag(fn.entry, 'deprecated', false));
  const variant = `${key},${deprecated}`;
  let item = known.get(variant);
  if (!item) known.set(variant, (item = itemOf(fn, deprecated, wanted, support)));
  return item;
}

function itemOf(
  fn: FunctionDeclaration,
  deprecated: boolean,
  { quoted, ajax }: FunctionNamesWanted,
  support: CompletionSupport,
): CompletionItem {
  const { entry, name, component } = fn;
  const type = fieldText(entry, 'type') ?? '';
  const facts = type === '' ? component.name : `${type} · ${component.name}`;
  const unreachable = ajax === true && !fieldFlag(entry, 'ajax', false);
  return completionItem(
    {
      label: name,
      kind: CompletionItemKind.Function,
      detail: unreachable ? `${facts} · ${l10n.t('not callable by AJAX')}` : facts,
      // Core says it in descriptions as well.
      deprecated: deprecated || /\*\* ?deprecated|\bis deprecated\b/i.test(fieldText(entry, 'description') ?? ''),
      ...(quoted === true ? { newText: `'${name}'` } : {}),
      ...(unreachable ? { sortText: `~${name}` } : {}),
    },
    support,
  );
}
