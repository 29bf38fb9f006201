import { CompletionItemTag, InsertTextFormat } from 'vscode-languageserver-types';
import type { CompletionItem, CompletionItemKind, CompletionList, Range } from 'vscode-languageserver-types';

/** What the client's completion can do: from its capabilities. Absent is no. */
export interface CompletionSupport {
  /** `completionList.itemDefaults` has `editRange`. */
  readonly editRangeDefault?: boolean;
  /** `completionList.itemDefaults` has `data`. */
  readonly dataDefault?: boolean;
  /** `completionItem.insertReplaceSupport` */
  readonly insertReplace?: boolean;
  /** `completionItem.snippetSupport` */
  readonly snippets?: boolean;
  /** `completionItem.tagSupport` has Deprecated; else the `deprecated` property is sent. */
  readonly tags?: boolean;
  /** The client knows the command `editor.action.triggerSuggest`, as VS Code does. */
  readonly triggerSuggest?: boolean;
  /**
   * Another PHP extension completes words of the language, and the constants of the source it sees: once a word is begun
   * they are left to it, so that nothing is offered twice.
   */
  readonly otherPhp?: boolean;
}

/** One entry of a completion list, before it is known what the client can do. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** A snippet with `snippet`; the label when absent. */
  readonly newText?: string;
  readonly snippet?: boolean;
  readonly filterText?: string;
  readonly sortText?: string;
  readonly deprecated?: boolean;
  readonly documentation?: string;
  /** PHP code of its own: a word of the language, or a constant that Moodle's source defines. */
  readonly code?: 'word' | 'constant';
  /** Ask for completion again once this is inserted. */
  readonly again?: boolean;
}

/** What a list replaces: from `insert.start` to the cursor, or to the end of the word. */
export interface EditRange {
  readonly insert: Range;
  readonly replace: Range;
}

/** What {@link CompletionItem.data} carries for the lazy half of an item. */
export interface ItemData {
  readonly uri: string;
  readonly of: 'function';
}

export function completionItem(offer: Offer, { snippets, tags, triggerSuggest }: CompletionSupport): CompletionItem {
  const { label, kind, detail, filterText, sortText, documentation } = offer;
  const item: CompletionItem = { label, kind };
  if (detail !== undefined) item.detail = detail;
  if (filterText !== undefined) item.filterText = filterText;
  if (sortText !== undefined) item.sortText = sortText;
  if (documentation !== undefined) item.documentation = { kind: 'markdown', value: documentation };
  if (offer.newText !== undefined)
    item.textEditText = offer.snippet === true && snippets !== true ? plainText(offer.newText) : offer.newText;
  if (offer.snippet === true && snippets === true) item.insertTextFormat = InsertTextFormat.Snippet;
  if (offer.deprecated === true) {
    if (tags === true) item.tags = [CompletionItemTag.Deprecated];
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- what clients before LSP 3.15 understand
    else item.deprecated = true;
  }
  if (offer.again === true && triggerSuggest === true)
    item.command = { title: '', command: 'editor.action.triggerSuggest' };
  return item;
}

/** Complete list: the client filters it. `items` are not changed: they may be shared between requests. */
export function completionList(
  items: readonly CompletionItem[],
  { insert, replace }: EditRange,
  support: CompletionSupport,
  data?: ItemData,
): CompletionList {
  const differs = support.insertReplace === true && insert.end.character !== replace.end.character;
  const editRange = differs ? { insert, replace } : replace;
  const list: CompletionList = { isIncomplete: false, items: items as CompletionItem[] };
  if (support.editRangeDefault === true) list.itemDefaults = { editRange };
  else
    list.items = items.map(({ textEditText, ...item }) => {
      const newText = textEditText ?? item.label;
      return { ...item, textEdit: differs ? { newText, insert, replace } : { newText, range: replace } };
    });
  if (data && support.dataDefault === true) list.itemDefaults = { ...list.itemDefaults, data };
  else if (data) list.items = list.items.map((item) => ({ ...item, data }));
  return list;
}

/** A snippet without its places: the first choice or the proposed text of each. */
function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

export const snippetText = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
