import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is activated by a plugin in the workspace', async () => {
    const extension = vscode.extensions.getExtension('moodle-ws.moodle-ws');
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('has every command that its manifest names', async () => {
    const extension = vscode.extensions.getExtension('moodle-ws.moodle-ws')!;
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const commands = await vscode.commands.getCommands(true);
    for (const { command } of contributes.commands) assert.ok(commands.includes(command), command);
  });
});
