import type { TextDocument } from 'vscode-languageserver-textdocument';

/** An open document as features see it. */
export interface FeatureDocument {
  readonly uri: string;
  /** Canonical path, the key of index files; the URI itself for documents that are no files. */
  readonly path: string;
  readonly languageId: string;
  readonly text: TextDocument;
}
