import { commands } from 'vscode';

/** What `when` clauses of the manifest may ask; each with the prefix `moodleWs.`. */
export type ContextKey = 'hasAnswer' | 'hasFunctions' | 'hasSite' | 'mockRunning' | 'panelFocused' | 'sending';

export async function setContext(key: ContextKey, value: boolean): Promise<void> {
  await commands.executeCommand('setContext', `moodleWs.${key}`, value);
}
