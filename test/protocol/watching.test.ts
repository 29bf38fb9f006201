import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import type { ExportResult } from '../../server/src/protocol/requests.ts';
import { capabilities, LanguageServer, uriOf } from './support/languageServer.ts';
import { copyOf, temporaryDirectory, write } from './support/workspace.ts';

const names = async (server: LanguageServer) =>
  (await server.request<ExportResult>('moodleWs/export', {})).map(({ name }) => name);
const ready = (server: LanguageServer) =>
  server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
const tell = (server: LanguageServer, changes: readonly [path: string, type: 1 | 2 | 3][]) =>
  server.notify('workspace/didChangeWatchedFiles', {
    changes: changes.map(([path, type]) => ({ uri: uriOf(path), type })),
  });

/** The sample with 1,000 classes more, each with a schema that returns `type`; some of them are external functions. */
const count = 1000;
const functions = 40;
const many = (root: string, type: string) =>
  write(root, {
    'db/services.php': `<?php\n$functions = [\n${Array.from({ length: functions }, (_, n) => `    'local_groupmanager_x${n}' => ['classname' => 'local_groupmanager\\external\\x${n}'],`).join('\n')}\n];\n`,
    ...Object.fromEntries(
      Array.from({ length: count }, (_, n) => [
        `classes/external/x${n}.php`,
        `<?php\nnamespace local_groupmanager\\external;\nclass x${n} {\n    static function execute_parameters() { return new \\core_external\\external_function_parameters([]); }\n    static function execute() {}\n    static function execute_returns() { return new \\core_external\\external_value(${type}); }\n}\n`,
      ]),
    ),
  });
const types = async (server: LanguageServer) =>
  new Set(
    (await server.request<ExportResult>('moodleWs/export', {})).map(({ returns }) =>
      returns?.kind === 'value' ? returns.type : '',
    ),
  );

describe('a checkout of another branch with 1,000 changed files', () => {
  const open = ['db/services.php', 'classes/external/x1.php', 'classes/external/x2.php', 'lib.php'];
  const changed = (root: string): [string, 2][] => [
    ...Array.from({ length: count }, (_, n): [string, 2] => [`${root}/classes/external/x${n}.php`, 2]),
    [`${root}/db/services.php`, 2],
    [`${root}/version.php`, 2],
  ];

  it('is one round of diagnostics for each document, and no second indexing', async () => {
    const root = many(copyOf('sample'), 'PARAM_INT');
    const server = await LanguageServer.start({ folders: [root] });
    for (const path of open) await server.open(`${root}/${path}`, path === 'lib.php' ? '<?php' : undefined);
    await ready(server);
    expect(await types(server)).toEqual(new Set(['int']));
    for (const path of open) await server.diagnostics(uriOf(`${root}/${path}`), () => true);
    await server.settled();
    const before = { published: server.published.length, statuses: server.statuses.length };
    many(root, 'PARAM_TEXT');
    await tell(server, changed(root));
    // The closed ones have the new text; the open ones are as the editor has them.
    expect(await types(server)).toEqual(new Set(['int', 'text']));
    await server.settled();
    expect(server.published.length - before.published).toBeLessThanOrEqual(open.length);
    expect(server.statuses.length).toBe(before.statuses);
    expect(server.progressTokens).toHaveLength(1);
    expect(server.logs.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('is a refresh for a client that pulls, and not one for each file', async () => {
    const root = many(copyOf('sample'), 'PARAM_INT');
    const pulling: ClientCapabilities = {
      ...capabilities,
      workspace: {
        ...capabilities.workspace,
        diagnostics: { refreshSupport: true },
        codeLens: { refreshSupport: true },
      },
      textDocument: { diagnostic: {} },
    };
    const server = await LanguageServer.start({
      folders: [root],
      capabilities: pulling,
      initializationOptions: { runCommand: true },
    });
    await server.open(`${root}/db/services.php`);
    await ready(server);
    expect(await types(server)).toEqual(new Set(['int']));
    await server.settled();
    server.refreshed.length = 0;
    many(root, 'PARAM_TEXT');
    const changes = changed(root);
    const pieces = Math.ceil(changes.length / 100);
    while (changes.length > 0) await tell(server, changes.splice(0, 100));
    expect(await types(server)).toEqual(new Set(['text']));
    await server.settled();
    const refreshed = [...new Set(server.refreshed)].sort();
    expect(refreshed).toEqual(['workspace/codeLens/refresh', 'workspace/diagnostic/refresh']);
    // One for all of them, unless a busy machine takes longer between two pieces than a refresh waits.
    expect(server.refreshed.length).toBeLessThanOrEqual(refreshed.length * pieces);
  });
});

it('what git does to its own files is nothing', async () => {
  const root = copyOf('sample');
  const server = await LanguageServer.start({ folders: [root] });
  await server.open(`${root}/db/services.php`);
  await ready(server);
  await server.settled();
  const before = server.published.length;
  await tell(server, [
    [`${root}/.git/index.lock`, 3],
    [`${root}/.git/ORIG_HEAD`, 3],
    [`${root}/node_modules/a`, 3],
    [`${root}/pix/icon.png`, 3],
  ]);
  await server.settled();
  expect(server.published.length).toBe(before);
});

it('a folder that is renamed, and one that goes, take their classes along', async () => {
  const root = copyOf('sample');
  const server = await LanguageServer.start({ folders: [root] });
  await ready(server);
  const complete = async () =>
    (await server.request<ExportResult>('moodleWs/export', {})).filter((fn) => fn.complete).length;
  expect(await complete()).toBe(5);
  renameSync(`${root}/classes/external`, `${root}/classes/other`);
  await tell(server, [
    [`${root}/classes/external`, 3],
    [`${root}/classes/other`, 1],
  ]);
  expect(await complete()).toBe(0);
  renameSync(`${root}/classes/other`, `${root}/classes/external`);
  await tell(server, [
    [`${root}/classes/other`, 3],
    [`${root}/classes/external`, 1],
  ]);
  expect(await complete()).toBe(5);
  rmSync(`${root}/db`, { recursive: true });
  await tell(server, [[`${root}/db`, 3]]);
  expect(await names(server)).toEqual([]);
});

describe('when the window gets the focus', () => {
  const changeUnseen = (root: string) =>
    write(root, { 'db/services.php': "<?php $functions = ['local_groupmanager_new' => []];" });

  it('events that were lost are made good', async () => {
    const root = copyOf('sample');
    const server = await LanguageServer.start({ folders: [root] });
    await ready(server);
    changeUnseen(root);
    expect(await names(server)).toHaveLength(6);
    await server.notify('moodleWs/focus', null);
    expect(await names(server)).toEqual(['local_groupmanager_new']);
  });

  it('a tree outside the workspace is compared with the disk', async () => {
    const outside = copyOf('sample');
    const folder = temporaryDirectory();
    mkdirSync(`${folder}/x`);
    const server = await LanguageServer.start({ folders: [folder] });
    await server.open(`${outside}/lib.php`, '<?php');
    expect(await names(server)).toHaveLength(6);
    await ready(server);
    changeUnseen(outside);
    await server.notify('moodleWs/focus', null);
    expect(await names(server)).toEqual(['local_groupmanager_new']);
  });

  it('nothing is said where nothing has changed', async () => {
    const root = copyOf('sample');
    const server = await LanguageServer.start({ folders: [root] });
    const uri = await server.open(`${root}/db/services.php`);
    await ready(server);
    await server.diagnostics(uri, (found) => found.length > 0);
    await server.settled();
    const before = server.published.length;
    await server.notify('moodleWs/focus', null);
    await server.settled();
    expect(server.published.length).toBe(before);
    expect(readFileSync(`${root}/db/services.php`, 'utf8')).toContain('local_groupmanager');
  });
});
