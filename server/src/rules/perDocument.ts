import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { RuleContext } from './rule.ts';

/**
 * Remembers what was read from a document, so that rules share it. Key: a revision of the index; valid for one version
 * of one document, since rules look at one after the other.
 */
export function perDocument<T>(read: (context: RuleContext) => T): (context: RuleContext) => T {
  const memory = new WeakMap<IndexSnapshot, { text: TextDocument; version: number; found: T }>();
  return (context) => {
    const { text } = context.document;
    const known = memory.get(context.snapshot);
    if (known?.text === text && known.version === text.version) return known.found;
    const found = read(context);
    memory.set(context.snapshot, { text, version: text.version, found });
    return found;
  };
}
