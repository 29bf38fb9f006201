import { CodeActionKind, CompletionItemTag, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientCapabilities, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { CompletionSupport } from '../features/completion/offers.ts';
import type { InitializationOptions } from '../protocol/requests.ts';

/** All safe fixes of a document, on saving or on request. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.moodle-ws`;

/** What the client can do, as far as the server asks. */
export interface Client {
  readonly configuration: boolean;
  readonly workspaceFolders: boolean;
  readonly watching: boolean;
  readonly progress: boolean;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshLenses: boolean;
  readonly relatedInformation: boolean;
  readonly codeActions: boolean;
  readonly resolvesCodeActions: boolean;
  readonly createsFiles: boolean;
  readonly completion: CompletionSupport;
  readonly definitionLinks: boolean;
  readonly documentSymbols: 'services' | 'all';
  readonly runCommand: boolean;
  readonly cacheFolder: string | undefined;
  /** Settings that the client sent at start, for one that cannot be asked. */
  readonly settings: unknown;
}

export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace, textDocument, window }: ClientCapabilities = capabilities;
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return {
    configuration: workspace?.configuration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation:
      textDocument?.publishDiagnostics?.relatedInformation === true ||
      textDocument?.diagnostic?.relatedInformation === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActions: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    // Who has our command is VS Code, which can ask for completion again.
    completion: {
      ...readCompletion(capabilities),
      triggerSuggest: options.runCommand === true,
      otherPhp: options.otherPhp === true,
    },
    definitionLinks: textDocument?.definition?.linkSupport === true,
    documentSymbols: options.documentSymbols === 'all' ? 'all' : 'services',
    runCommand: options.runCommand === true,
    cacheFolder: typeof options.cacheFolder === 'string' ? options.cacheFolder : undefined,
    settings: options.settings,
  };
}

function readCompletion({ textDocument }: ClientCapabilities): CompletionSupport {
  const { completionItem, completionList } = textDocument?.completion ?? {};
  const defaults = completionList?.itemDefaults ?? [];
  return {
    editRangeDefault: defaults.includes('editRange'),
    dataDefault: defaults.includes('data'),
    insertReplace: completionItem?.insertReplaceSupport === true,
    snippets: completionItem?.snippetSupport === true,
    tags: completionItem?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
  };
}

export function serverCapabilities(client: Client): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    completionProvider: { triggerCharacters: ["'", '"', '=', '_', '{', '[', '&'], resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    ...(client.codeActions
      ? {
          codeActionProvider: {
            codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, fixAllKind],
            resolveProvider: client.resolvesCodeActions,
          },
        }
      : {}),
    ...(client.runCommand ? { codeLensProvider: { resolveProvider: false } } : {}),
    ...(client.pullDiagnostics
      ? { diagnosticProvider: { identifier: 'moodle-ws', interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
