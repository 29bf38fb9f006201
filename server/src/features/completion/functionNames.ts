import * as l10n from '@vscode/l10n';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { CompletionItem } from 'vscode-languageserver-types';
import { fieldFlag, fieldText } from '../../index/declarations.ts';
import type { FunctionDeclaration } from '../../index/evaluateFunction.ts';
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
  if (!items) lists.set(key, (items = index.sortedFunctions.map((fn) => itemOf(index, fn, wanted, support))));
  return items;
}

function itemOf(
  index: IndexSnapshot,
  fn: FunctionDeclaration,
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
      deprecated: isDeprecated(index, fn),
      ...(quoted === true ? { newText: `'${name}'` } : {}),
      ...(unreachable ? { sortText: `~${name}` } : {}),
    },
    support,
  );
}

/** As far as that is known without evaluating anything; core also says it in descriptions. */
const isDeprecated = (index: IndexSnapshot, fn: FunctionDeclaration): boolean =>
  index.lastDescription(fn)?.deprecated === true ||
  /\*\* ?deprecated|\bis deprecated\b/i.test(fieldText(fn.entry, 'description') ?? '');
