import { Disposable, EventEmitter, FileSystemError, FileType, Range, Uri } from 'vscode';
import { WorkspaceEdit, commands, window, workspace } from 'vscode';
import type { FileChangeEvent, FileStat, FileSystemProvider, TextDocument, TextDocumentContentProvider } from 'vscode';
import { argumentsSchema } from '../../../webservice/src/schema/jsonSchema.ts';
import type { PanelModel } from '../panel/model.ts';

const scheme = 'moodle-ws-arguments';
/** What `contributes.jsonValidation` in the manifest names; VS Code asks for its text below. */
const schemaUri = Uri.parse('moodle-ws-schema://panel/arguments.json');
const ending = '.moodle-ws-call.json';
/** How long after the last key a document is written back, so that it never asks to be saved. */
const quiet = 500;

/**
 * The arguments of a call as a document, which VS Code's own JSON support completes, explains and checks by a schema made
 * from the function's parameters. Document and panel hold the same text: a change of one is a change of the other, and
 * the panel shows the function whose document is active.
 */
export class ArgumentsDocuments implements FileSystemProvider, TextDocumentContentProvider, Disposable {
  private readonly model: PanelModel;
  private readonly schemaChanged = new EventEmitter<Uri>();
  readonly onDidChange = this.schemaChanged.event;
  private readonly filesChanged = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.filesChanged.event;
  private readonly disposable: Disposable;
  private schema = '';
  private saving: NodeJS.Timeout | undefined;

  constructor(model: PanelModel) {
    this.model = model;
    this.disposable = Disposable.from(
      this.schemaChanged,
      this.filesChanged,
      workspace.registerFileSystemProvider(scheme, this, { isCaseSensitive: true }),
      workspace.registerTextDocumentContentProvider(schemaUri.scheme, this),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.edited(document);
      }),
      window.onDidChangeActiveTextEditor((editor) => {
        const name = editor && functionOf(editor.document.uri);
        if (name !== undefined) void this.model.selectFunction(name);
      }),
    );
  }

  /** Beside the panel, for the chosen function. */
  async open(): Promise<void> {
    const { functionName } = this.model.snapshot();
    if (functionName === '') return;
    const uri = Uri.from({ scheme, path: `/${functionName}${ending}` });
    await window.showTextDocument(uri, { preview: false });
  }

  /** The panel has changed: its schema and its text count. */
  update(): void {
    const schema = JSON.stringify(argumentsSchema(this.model.parameters));
    if (schema !== this.schema) {
      this.schema = schema;
      this.schemaChanged.fire(schemaUri);
    }
    const { functionName, arguments: text } = this.model.snapshot();
    const document = workspace.textDocuments.find(({ uri }) => functionOf(uri) === functionName);
    if (!document || document.getText() === text) return;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), text);
    void workspace.applyEdit(edit);
  }

  provideTextDocumentContent(): string {
    return this.schema;
  }

  stat(uri: Uri): FileStat {
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.readFile(uri).byteLength };
  }

  readFile(uri: Uri): Uint8Array {
    const name = functionOf(uri);
    if (name === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(this.model.argumentsOf(name));
  }

  writeFile(): void {
    // Every change has reached the panel, which keeps it.
  }

  watch(): Disposable {
    return new Disposable(() => undefined); // changes are applied as edits
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    clearTimeout(this.saving);
    this.disposable.dispose();
  }

  private edited(document: TextDocument): void {
    const { functionName, arguments: text } = this.model.snapshot();
    if (functionOf(document.uri) !== functionName) return;
    if (document.getText() !== text) void this.model.edit(document.getText(), 'editor');
    clearTimeout(this.saving);
    this.saving = setTimeout(() => void save(document), quiet);
  }
}

/** Without the formatters that users run when they save: they are typing. */
async function save(document: TextDocument): Promise<void> {
  if (!document.isDirty || document.isClosed) return;
  if (window.activeTextEditor?.document === document) {
    await commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  } else {
    await document.save();
  }
}

function functionOf({ scheme: given, path }: Uri): string | undefined {
  return given === scheme && path.endsWith(ending) ? path.slice(1, -ending.length) : undefined;
}
