import { Disposable, EventEmitter, Uri, l10n, languages, window, workspace } from 'vscode';
import type { TextDocumentContentProvider } from 'vscode';

const scheme = 'moodle-ws-answer';

/**
 * Shows answers as read-only documents. They live in memory: an unsaved file would be written to the disk by VS Code's
 * backup, and answers hold personal data.
 */
export class AnswerDocuments implements TextDocumentContentProvider, Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;
  private readonly disposable: Disposable;
  private count = 0;

  constructor() {
    this.disposable = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(scheme, this),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === scheme) this.texts.delete(uri.toString());
      }),
    );
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? l10n.t('This answer is no longer in memory. Send the call again.');
  }

  async open(name: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name.replace(/[^\w-]/g, '_')} ${++this.count}.json` });
    this.texts.set(uri.toString(), text);
    const document = await workspace.openTextDocument(uri);
    await languages.setTextDocumentLanguage(document, isJson(text) ? 'json' : 'plaintext');
    await window.showTextDocument(document, { preview: false });
  }

  dispose(): void {
    this.disposable.dispose();
  }
}

function isJson(text: string): boolean {
  return /^\s*[[{"\d\-tfn]/.test(text);
}
