import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { Files } from '../workspace/files.ts';
import { pathOfUri } from '../workspace/paths.ts';

export interface OpenDocument extends FeatureDocument {
  /** The path as the editor has it, which may lead through links. */
  readonly editorPath: string;
  text: TextDocument;
}

/** What the editor has open. Key: the path of the URI, so that `c%3A` and `C:` are one document. */
export class Documents {
  private readonly map = new Map<string, OpenDocument>();

  constructor(private readonly files: Files) {}

  get all(): readonly OpenDocument[] {
    return [...this.map.values()];
  }

  get(uri: string): OpenDocument | undefined {
    return this.map.get(pathOfUri(uri) ?? uri);
  }

  /** The document with a canonical path. */
  byPath(path: string): OpenDocument | undefined {
    return this.all.find((document) => document.path === path);
  }

  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): OpenDocument {
    const editorPath = pathOfUri(uri) ?? uri;
    const path = canonicalPath(this.files, uri);
    const document = { uri, path, editorPath, languageId, text: TextDocument.create(uri, languageId, version, text) };
    this.map.set(editorPath, document);
    // Where lines begin is found at the first question; so long a text's first edit need not wait for it.
    document.text.positionAt(0);
    return document;
  }

  change({ textDocument, contentChanges }: DidChangeTextDocumentParams): OpenDocument | undefined {
    const document = this.get(textDocument.uri);
    if (document) document.text = TextDocument.update(document.text, contentChanges, textDocument.version);
    return document;
  }

  close({ textDocument }: DidCloseTextDocumentParams): OpenDocument | undefined {
    const document = this.get(textDocument.uri);
    if (document) this.map.delete(document.editorPath);
    return document;
  }
}

/** The key of a URI's file in the index; the URI itself when it is no file. A file that is not there yet gets the real path of its directory. */
export function canonicalPath(files: Files, uri: string): string {
  const path = pathOfUri(uri);
  if (path === undefined) return uri;
  for (let at = path, rest = ''; ;) {
    const real = files.realPath(at);
    if (real !== undefined) return real === '/' ? rest : real + rest;
    const cut = at.lastIndexOf('/');
    if (cut <= 0) return path;
    rest = at.slice(cut) + rest;
    at = at.slice(0, cut);
  }
}
