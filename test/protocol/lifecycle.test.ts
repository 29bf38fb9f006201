import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver-protocol/node';
import { describe, expect, inject, it } from 'vitest';
import type { ExportResult } from '../../server/src/protocol/requests.ts';
import { capabilities, LanguageServer, uriOf } from './support/languageServer.ts';
import { fixture, positionIn, temporaryDirectory } from './support/workspace.ts';

const sample = fixture('sample');
const all = [
  'local_groupmanager_create_groups',
  'local_groupmanager_delete_groups',
  'local_groupmanager_get_groups',
  'local_groupmanager_get_members',
  'local_groupmanager_move_members',
  'local_groupmanager_update_group',
];

describe('start', () => {
  it('says what it can do', async () => {
    const { initialized } = await LanguageServer.start({ folders: [sample] });
    expect(initialized.serverInfo?.name).toBe('moodle-ws');
    expect(initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: { triggerCharacters: ["'", '"', '=', '_', '{', '[', '&'], resolveProvider: true },
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
    });
    expect(initialized.capabilities).not.toHaveProperty('codeLensProvider');
    expect(initialized.capabilities).not.toHaveProperty('diagnosticProvider');
  });

  it('indexes with progress and a status, and exports', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    const functions = await server.request<ExportResult>('moodleWs/export', { uri: uriOf(sample) });
    expect(functions.map(({ name }) => name)).toEqual(all);
    expect(functions.filter(({ complete }) => !complete).map(({ name }) => name)).toEqual([
      'local_groupmanager_delete_groups',
    ]);
    await server.eventually(() => (server.progress.at(-1) === 'end' ? true : undefined));
    expect(server.progress[0]).toBe('begin');
    const index = { root: sample, label: 'local_groupmanager', functions: 6 };
    await server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
    expect(server.statuses.map(({ state }) => state)).toEqual(['indexing', 'indexing', 'ready']);
    expect(server.statuses.at(-1)).toEqual({ state: 'ready', functions: 6, indexes: [index] });
    expect(server.registered.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('answers the first request in full though settings change while the folders are looked at', async () => {
    const settings = (time: number) => new Promise((resolve) => setTimeout(resolve, time * 100, null));
    const server = await LanguageServer.start({ folders: [sample], settings });
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    const functions = await server.request<ExportResult>('moodleWs/export', { uri: uriOf(sample) });
    expect(functions.map(({ name }) => name)).toEqual(all);
  });

  it('answers moodleWs/functions and moodleWs/function', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    const list = await server.request<{ name: string; type: string }[]>('moodleWs/functions', {});
    expect(list.map(({ name }) => name)).toEqual(all);
    expect(list[0]).toMatchObject({ component: 'local_groupmanager', type: 'write', ajax: true, loginrequired: true });
    const name = 'local_groupmanager_get_members';
    expect(await server.request('moodleWs/function', { name })).toMatchObject({ name, complete: true, returns: {} });
    expect(await server.request('moodleWs/function', { name: 'nothing' })).toBeNull();
  });

  it('answers moodleWs/places with the lines of a function', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    const lineOf = (path: string, text: string) =>
      readFileSync(`${sample}/${path}`, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(text));
    const [services, implementation] = ['db/services.php', 'classes/external/get_members.php'];
    expect(await server.request('moodleWs/places', { name: 'local_groupmanager_get_members' })).toEqual({
      declaration: { uri: uriOf(`${sample}/${services}`), line: lineOf(services, "get_members' => [") },
      implementation: { uri: uriOf(`${sample}/${implementation}`), line: lineOf(implementation, 'function execute(') },
    });
    expect(await server.request('moodleWs/places', { name: 'nothing' })).toBeNull();
  });

  it('scans nothing where there is no Moodle', async () => {
    const server = await LanguageServer.start({ folders: [temporaryDirectory()] });
    expect(await server.request('moodleWs/export', {})).toEqual([]);
    expect(server.statuses).toEqual([{ state: 'none', functions: 0, indexes: [] }]);
    expect(server.progress).toEqual([]);
  });

  it('works for a client that can nothing, without folders', async () => {
    const server = await LanguageServer.start({ capabilities: {} });
    const uri = await server.open(`${sample}/amd/src/repository.js`);
    const position = positionIn(readFileSync(`${sample}/amd/src/repository.js`, 'utf8'), 'local_groupmanager_get');
    const hover = await server.request('textDocument/hover', { textDocument: { uri }, position });
    expect(JSON.stringify(hover)).toContain('courseid');
    expect(server.registered).toEqual([]);
    expect(server.progress).toEqual([]);
  });
});

describe('end', () => {
  it('without shutdown is an error code', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    await server.notify('exit', null);
    expect(await server.exited).toBe(1);
  });

  it('comes when the pipe closes', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    server.process.stdin.end();
    expect(await server.exited).toBe(1);
  });

  it('comes when the process of the editor is gone, though the pipe is open', async () => {
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()']);
    const server = await LanguageServer.start({ folders: [sample], processId: editor.pid ?? 0 });
    editor.kill('SIGKILL');
    expect(await server.exited).toBe(1);
  });

  it('comes when an editor that started it over IPC is killed', async () => {
    const editorCode = `
      const child = require('node:child_process').fork(process.argv[1], ['--node-ipc'], { execArgv: [] });
      child.on('message', () => process.stdout.write(String(child.pid)));
      child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    `;
    const editor = spawn(process.execPath, ['-e', editorCode, inject('serverPath')]);
    const [pid] = (await once(editor.stdout, 'data')) as [Buffer];
    editor.kill('SIGKILL');
    const isAlive = () => {
      try {
        return process.kill(Number(pid.toString()), 0);
      } catch {
        return false;
      }
    };
    while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive()).toBe(false);
  });
});

it('speaks IPC, as VS Code does', async () => {
  const child = fork(inject('serverPath'), ['--node-ipc'], { execArgv: [], silent: true });
  const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.onRequest('workspace/configuration', () => [null]);
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('window/workDoneProgress/create', () => null);
  connection.listen();
  const workspaceFolders = [{ uri: uriOf(sample), name: 'sample' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities });
  await connection.sendNotification('initialized', {});
  expect(await connection.sendRequest('moodleWs/export', {})).toHaveLength(6);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
