import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

/** Opens a file of the sample plugin, which is the workspace. */
export async function open(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No workspace is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The position `offset` characters into a text of a document. */
export function at(document: vscode.TextDocument, text: string, offset = 1): vscode.Position {
  const start = document.getText().indexOf(text);
  if (start < 0) throw new Error(`${document.uri.path} has no "${text}"`);
  return document.positionAt(start + offset);
}

/** Asks again and again, as answers come when the index is ready. */
export async function eventually<T>(
  ask: () => Promise<T> | Thenable<T> | T,
  isGood: (value: T) => boolean,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    const value = await ask();
    if (isGood(value) || tries === 100) return value;
    await wait(100);
  }
}
