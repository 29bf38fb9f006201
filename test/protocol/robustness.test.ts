import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import type { ExportResult } from '../../server/src/protocol/requests.ts';
import { LanguageServer, uriOf } from './support/languageServer.ts';
import { copyOf, fixture, positionIn, temporaryDirectory, write } from './support/workspace.ts';

const sample = fixture('sample');
const exported = async (server: LanguageServer) =>
  new Map((await server.request<ExportResult>('moodleWs/export', {})).map((fn) => [fn.name, fn]));

it('a handler that throws costs that one answer', async () => {
  const server = await LanguageServer.start({ folders: [sample] });
  const path = `${sample}/amd/src/repository.js`;
  const uri = await server.open(path);
  const textDocument = { uri };
  expect(await server.request('textDocument/hover', { textDocument, position: null })).toBeNull();
  expect(await server.request('textDocument/completion', { textDocument, position: 'x' })).toBeNull();
  await server.notify('textDocument/didChange', { textDocument, contentChanges: null });
  await server.notify('textDocument/didOpen', null);
  await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 7 }] });
  const position = positionIn(readFileSync(path, 'utf8'), 'local_groupmanager_get');
  expect(JSON.stringify(await server.request('textDocument/hover', { textDocument, position }))).toContain('courseid');
  expect(server.logs.filter((line) => line.includes('failed: TypeError')).length).toBeGreaterThanOrEqual(2);
});

it('what is thrown late, and what nobody catches, is logged and no more', async () => {
  const bomb = `${temporaryDirectory()}/bomb.cjs`;
  writeFileSync(
    bomb,
    `process.once('newListener', () => setTimeout(() => { Promise.reject(new Error('uncaught promise')); throw new Error('late throw'); }, 300));`,
  );
  const server = await LanguageServer.start({ folders: [sample], command: [process.execPath, '--require', bomb] });
  await server.eventually(() => (server.logs.some((line) => line.includes('late throw')) ? true : undefined));
  await server.eventually(() => (server.logs.some((line) => line.includes('uncaught promise')) ? true : undefined));
  expect(await server.request('moodleWs/export', {})).toHaveLength(6);
});

it('documents that are not open get empty answers', async () => {
  const server = await LanguageServer.start({ folders: [sample] });
  const params = { textDocument: { uri: uriOf(`${sample}/nothing.php`) }, position: { line: 0, character: 0 } };
  expect(await server.request('textDocument/hover', params)).toBeNull();
  expect(await server.request('textDocument/documentSymbol', params)).toEqual([]);
  await server.notify('textDocument/didClose', params);
  await server.notify('textDocument/didChange', { ...params, contentChanges: [{ text: '' }] });
  expect(await server.request('moodleWs/export', {})).toHaveLength(6);
});

/** The sample with so many functions that the server is still at work when the next message comes. */
function largePlugin(): string {
  const functions = Array.from(
    { length: 500 },
    (_, n) => `    'local_groupmanager_x${n}' => ['classname' => 'local_groupmanager\\external\\get_groups'],`,
  );
  return write(copyOf('sample'), { 'db/services.php': `<?php\n$functions = [\n${functions.join('\n')}\n];\n` });
}

it('a cancelled request ends as cancelled', async () => {
  const server = await LanguageServer.start({ folders: [largePlugin()] });
  const source = new CancellationTokenSource();
  const answer = server.connection.sendRequest('moodleWs/export', {}, source.token);
  // The server is at work by then.
  await server.eventually(() => (server.progress.includes('begin') ? true : undefined));
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await exported(server)).toHaveProperty('size', 500);
});

it('a request during indexing is answered from what is there', async () => {
  const root = largePlugin();
  const server = await LanguageServer.start({ folders: [root] });
  await server.eventually(() => (server.progress.includes('begin') ? true : undefined));
  const uri = await server.open(`${root}/amd/src/repository.js`, "Ajax.call([{methodname: 'local_groupmanager_x499'");
  const position = { line: 0, character: 40 };
  const [list, hover] = await Promise.all([
    server.request<{ items: { label: string }[] }>('textDocument/completion', { textDocument: { uri }, position }),
    server.request<object>('textDocument/hover', { textDocument: { uri }, position }),
  ]);
  expect(server.progress).not.toContain('end');
  expect(list.items.filter(({ label }) => label.startsWith('local_groupmanager_x'))).toHaveLength(500);
  expect(JSON.stringify(hover)).toContain('courseid');
});

it('indexing ends when its progress is cancelled, and answers are right all the same', async () => {
  const server = await LanguageServer.start({ folders: [largePlugin()] });
  const token = await server.eventually(() => server.progressTokens[0]);
  await server.notify('window/workDoneProgress/cancel', { token });
  await server.eventually(() => (server.progress.at(-1) === 'end' ? true : undefined));
  expect(server.statuses.at(-1)?.state).toBe('ready');
  expect(await exported(server)).toHaveProperty('size', 500);
});

it('what never ends is one incomplete function', async () => {
  const root = copyOf('hostile');
  const deep = (open: string, close: string, depth: number) => open.repeat(depth) + 'X' + close.repeat(depth);
  const cls = (name: string, value: string) =>
    `<?php\nnamespace local_hostile\\external;\nclass ${name} {\nstatic function execute_parameters() { return ${value}; }\nstatic function execute() {}\nstatic function execute_returns() { return null; }\n}\n`;
  write(root, {
    'classes/external/brackets.php': cls('brackets', deep('[', ']', 20_000)),
    'classes/external/calls.php': cls('calls', deep('f(', ')', 150)),
    'classes/external/operators.php': cls('operators', "'a'" + ".'a'".repeat(20_000)),
    'db/services.php': readFileSync(`${root}/db/services.php`, 'utf8').replace(
      '$functions = [',
      `$functions = [\n${['brackets', 'calls', 'operators'].map((name) => `    'local_hostile_${name}' => ['classname' => 'local_hostile\\external\\${name}'],`).join('\n')}`,
    ),
  });
  const server = await LanguageServer.start({ folders: [root] });
  const functions = await exported(server);
  expect(functions.get('local_hostile_good')?.complete).toBe(true);
  expect(functions.has('__proto__')).toBe(true);
  const names = ['endless_loop', 'nested_loops', 'recursion', 'mutual', 'long_text', 'long_list', 'range', 'broken'];
  for (const name of [...names, 'own_parent', 'prototype', 'brackets', 'calls', 'operators'])
    expect([name, functions.get(`local_hostile_${name}`)?.complete]).toEqual([name, false]);
  expect(server.logs.filter((line) => line.includes('cannot be evaluated'))).toEqual([]);
});

it('what cannot be read is left out, with one line in the log', async () => {
  const root = copyOf('sample');
  symlinkSync(root, `${root}/classes/again`);
  symlinkSync(`${root}/classes/loop`, `${root}/classes/loop`);
  mkdirSync(`${root}/classes/external/folder.php`);
  const functions = ['folder', 'large'].map(
    (name) => `'local_groupmanager_${name}' => ['classname' => 'local_groupmanager\\external\\${name}'],`,
  );
  write(root, {
    'classes/external/large.php': `<?php // ${'x'.repeat(2 * 1024 * 1024)}\n`,
    'db/services.php': readFileSync(`${root}/db/services.php`, 'utf8').replace(
      '$functions = [',
      `$functions = [${functions.join('')}`,
    ),
  });
  const server = await LanguageServer.start({ folders: [root] });
  const all = await exported(server);
  expect([...all.values()].filter(({ complete }) => complete)).toHaveLength(5);
  expect(all.get('local_groupmanager_large')?.complete).toBe(false);
  expect(server.logs.filter((line) => line.includes('large.php'))).toHaveLength(1);
});
