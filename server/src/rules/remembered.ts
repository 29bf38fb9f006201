/** Memories that rules share, so that nothing is read twice. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IndexSnapshot } from '../index/snapshot.ts';
import type { RuleContext } from './rule.ts';

/** Remembers what is made of an object that never changes: a version of a file, a check. Gone with the object. */
export function perObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const memory = new WeakMap<K, { readonly made: T }>();
  return (key) => {
    let known = memory.get(key);
    if (!known) memory.set(key, (known = { made: make(key) }));
    return known.made;
  };
}

/** The same of a part of an index. Gone with the revision. */
export function perRevision<K, T>(
  make: (snapshot: IndexSnapshot, key: K) => T,
): (snapshot: IndexSnapshot, key: K) => T {
  const ofRevision = perObject((snapshot: IndexSnapshot) => {
    const memory = new Map<K, { readonly made: T }>();
    return (key: K): T => {
      let known = memory.get(key);
      if (!known) memory.set(key, (known = { made: make(snapshot, key) }));
      return known.made;
    };
  });
  return (snapshot, key) => ofRevision(snapshot)(key);
}

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
