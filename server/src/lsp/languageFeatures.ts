import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  Connection,
  Definition,
  DefinitionLink,
  Hover,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import { provideCodeLenses } from '../features/codeLens.ts';
import { provideCompletion, resolveCompletion } from '../features/completion.ts';
import { provideDefinition } from '../features/definition.ts';
import { provideDocumentSymbols } from '../features/documentSymbol.ts';
import { provideHover } from '../features/hover.ts';
import { provideWorkspaceSymbols } from '../features/workspaceSymbol.ts';
import type { IndexSnapshot } from '../index/snapshot.ts';
import { pathOfUri } from '../workspace/paths.ts';
import { provideCodeActions, resolveCodeAction } from './codeActions.ts';
import type { OpenDocument } from './documents.ts';
import type { Guard } from './guard.ts';
import type { Session } from './session.ts';

/** Requests about documents: each finds the document and its index, and hands them to the feature. */
export function handleLanguageFeatures(connection: Connection, guard: Guard, session: () => Session): void {
  const within = <P extends { textDocument: { uri: string } }, R>(
    name: string,
    fallback: R,
    feature: (index: IndexSnapshot, document: OpenDocument, params: P) => R | Promise<R>,
  ) =>
    guard.request(name, fallback, async (params: P) => {
      await session().ready;
      const document = session().documents.get(params.textDocument.uri);
      const index = document && session().indexFor(document);
      return index ? feature(index.snapshot, document, params) : fallback;
    });

  connection.onCompletion(
    within('textDocument/completion', null, (index, document, { position }: TextDocumentPositionParams) =>
      provideCompletion(index, document, position, session().client.completion),
    ),
  );
  connection.onCompletionResolve(async (item, token) => {
    const resolve = guard.request('completionItem/resolve', item, async (one: CompletionItem) => {
      await session().ready;
      const { uri } = (one.data ?? {}) as { uri?: string };
      const index = uri === undefined ? undefined : session().indexForUri(uri);
      return index ? resolveCompletion(index.snapshot, one) : one;
    });
    return resolve(item, token);
  });
  connection.onHover(
    within('textDocument/hover', null, (index, document, { position }: TextDocumentPositionParams): Hover | null =>
      provideHover(index, document, position),
    ),
  );
  connection.onDefinition(
    within('textDocument/definition', null, (index, document, { position }: TextDocumentPositionParams) =>
      definition(session(), index, document, position),
    ),
  );
  connection.onDocumentSymbol(
    within('textDocument/documentSymbol', [], (index, document) =>
      provideDocumentSymbols(index, document, session().client.documentSymbols),
    ),
  );
  connection.onCodeLens(
    within('textDocument/codeLens', [], (index, document) =>
      session().client.runCommand ? provideCodeLenses(index, document) : [],
    ),
  );
  connection.onCodeAction(
    within('textDocument/codeAction', [], (_, document, params: CodeActionParams) =>
      provideCodeActions(session(), document, params),
    ),
  );
  connection.onCodeActionResolve(async (action, token) => {
    const resolve = guard.request('codeAction/resolve', action, async (one: CodeAction) => {
      await session().ready;
      return resolveCodeAction(session(), one);
    });
    return resolve(action, token);
  });
  connection.onWorkspaceSymbol(
    guard.request('workspace/symbol', [], async ({ query }) => {
      await session().ready;
      return session().indexes.all.flatMap((index) =>
        provideWorkspaceSymbols(index.snapshot, query).map((symbol) => {
          const location = { ...symbol.location, uri: editorUri(session(), symbol.location.uri) };
          return { ...symbol, location };
        }),
      );
    }),
  );
}

/** The same file under the name that the editor has for it. */
function editorUri(session: Session, uri: string): string {
  const path = pathOfUri(uri);
  return path === undefined ? uri : session.uriOf(path);
}

function definition(
  session: Session,
  index: IndexSnapshot,
  document: OpenDocument,
  position: TextDocumentPositionParams['position'],
): Definition | DefinitionLink[] | null {
  const links = provideDefinition(index, document, position)?.map((link) => ({
    ...link,
    targetUri: editorUri(session, link.targetUri),
  }));
  if (!links) return null;
  if (session.client.definitionLinks) return links;
  return links.map(({ targetUri, targetSelectionRange }) => ({ uri: targetUri, range: targetSelectionRange }));
}
