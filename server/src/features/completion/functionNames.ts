import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Entry } from '../../index/entry.ts';
import { fieldFlag, fieldText } from '../../index/entry.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
import { isDeclared } from '../../index/knownFunctions.ts';
import type { IndexSnapshot } from '../../index/snapshot.ts';
import type { Codebase, Component } from '../../workspace/codebase.ts';
import { completionItem } from './offers.ts';
import type { CompletionSupport } from './offers.ts';

export interface FunctionNamesWanted {
  /** With quotes, where none are typed yet. */
  readonly quoted?: boolean;
  /** For core/ajax: functions it cannot call come last. */
  readonly ajax?: boolean;
}

/** An item, and what it was made of. */
interface KnownItem {
  readonly item: CompletionItem;
  readonly values: Entry['values'];
  readonly component: Component;
  readonly deprecated: boolean;
}

/** The items of one way to show functions, by name, and the list that one revision makes of them. */
interface KnownList {
  readonly items: Map<string, KnownItem>;
  list: { readonly index: IndexSnapshot; readonly items: readonly CompletionItem[] } | undefined;
}

/** Key: what the index is of, with which it goes; then the way to show functions. */
const memory = new WeakMap<Codebase, Map<string, KnownList>>();

/** All external functions as completion items, shared between requests. */
export function functionNames(
  index: IndexSnapshot,
  wanted: FunctionNamesWanted,
  support: CompletionSupport,
): readonly CompletionItem[] {
  let lists = memory.get(index.codebase);
  if (!lists) memory.set(index.codebase, (lists = new Map<string, KnownList>()));
  const key = [wanted.quoted, wanted.ajax, support.tags].join();
  let known = lists.get(key);
  if (!known) lists.set(key, (known = { items: new Map(), list: undefined }));
  const { items } = known;
  if (known.list?.index !== index)
    known.list = { index, items: index.offeredFunctions.map((fn) => knownItem(items, index, fn, wanted, support)) };
  return known.list.items;
}

/** The item of an earlier revision, where it says the same. */
function knownItem(
  items: Map<string, KnownItem>,
  index: IndexSnapshot,
  fn: FunctionDeclaration,
  wanted: FunctionNamesWanted,
  support: CompletionSupport,
): CompletionItem {
  const { name, entry, component } = fn;
  const { values } = entry;
  const deprecated =
    index.lastDescription(fn)?.deprecated === true || (!isDeclared(fn) && fieldFlag(entry, 'deprecated', false));
  const known = items.get(name);
  if (known?.values === values && known.component === component && known.deprecated === deprecated) return known.item;
  const item = itemOf(fn, deprecated, wanted, support);
  items.set(name, { item, values, component, deprecated });
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
