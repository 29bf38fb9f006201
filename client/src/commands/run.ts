import { window } from 'vscode';
import type { RunArguments } from '../../../server/src/protocol/requests.ts';
import type { PanelModel } from '../panel/model.ts';
import type { PanelProvider } from '../panel/provider.ts';

/**
 * Opens the panel with the function of the "Run" lens or with the name at the cursor, so that Enter sends it; else with
 * the search.
 */
export async function run(model: PanelModel, panel: PanelProvider, argument: unknown): Promise<void> {
  const target = isRunArguments(argument) ? argument : nameAtCursor();
  if (target) await model.selectFunction(target.function, target.uri);
  await panel.reveal(target ? 'send' : 'function');
}

function isRunArguments(argument: unknown): argument is RunArguments {
  if (typeof argument !== 'object' || argument === null) return false;
  const { function: name, uri } = argument as Record<string, unknown>;
  return typeof name === 'string' && typeof uri === 'string';
}

/** What stands at the cursor when it has the shape of a web-service function: at least three words. */
function nameAtCursor(): RunArguments | undefined {
  const editor = window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(
    editor.selection.active,
    /\b[a-z][a-z0-9]*(?:_[a-z0-9]+){2,}\b/,
  );
  return editor && range && { function: editor.document.getText(range), uri: editor.document.uri.toString() };
}
