import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import type { LocationLink } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import type { ExportResult } from '../../server/src/protocol/requests.ts';
import { capabilities, LanguageServer, uriOf } from './support/languageServer.ts';
import { copyOf, fixture, positionIn, temporaryDirectory, write } from './support/workspace.ts';

const sample = fixture('sample');
const names = async (server: LanguageServer, uri?: string) =>
  (await server.request<ExportResult>('moodleWs/export', { uri })).map(({ name }) => name);

/** A small Moodle with the function core_get. */
const tree = (release = '4.4', into = temporaryDirectory()) =>
  write(into, {
    'version.php': `<?php $release = '${release}'; $branch = '404';`,
    'lib/moodlelib.php': '<?php',
    'lib/components.json': '{"plugintypes": {"local": "local"}, "subsystems": {}}',
    'lib/db/services.php':
      "<?php $functions = ['core_get' => ['classname' => 'core\\external\\get', 'type' => 'read']];",
    'lib/classes/external/get.php': '<?php namespace core\\external; class get {}',
  });

it('two trees, each with its own index', async () => {
  const [old, now] = [
    tree('4.1'),
    write(tree('5.1', `${temporaryDirectory()}/public`), { 'local/x/version.php': '<?php' }),
  ];
  write(now, { 'local/x/db/services.php': "<?php $functions = ['local_x_get' => []];" });
  const server = await LanguageServer.start({ folders: [old, now] });
  expect(await names(server, uriOf(old))).toEqual(['core_get']);
  expect(await names(server, uriOf(`${now}/lib`))).toEqual(['core_get', 'local_x_get']);
  expect(server.statuses.at(-1)?.indexes.map(({ label }) => label)).toEqual(['Moodle 4.1', 'Moodle 5.1']);
});

it('a plugin linked into a tree is one component, under the name that the editor has for it', async () => {
  const root = tree();
  const plugin = copyOf('sample');
  write(root, { 'local/readme.txt': '' });
  symlinkSync(plugin, `${root}/local/groupmanager`);
  const server = await LanguageServer.start({ folders: [root] });
  const linked = `${root}/local/groupmanager`;
  expect(await names(server)).toHaveLength(7);
  const uri = await server.open(`${linked}/db/services.php`);
  const text = readFileSync(`${plugin}/db/services.php`, 'utf8');
  const params = { textDocument: { uri }, position: positionIn(text, 'local_groupmanager_get_m') };
  await server.open(`${linked}/classes/external/get_members.php`);
  const [link] = await server.request<LocationLink[]>('textDocument/definition', params);
  expect(link?.targetUri).toBe(uriOf(`${linked}/classes/external/get_members.php`));
  await server.replace(uri, '<?php');
  expect(await names(server)).toEqual(['core_get']);
});

it('a workspace that is itself a link keeps the name of the link', async () => {
  const link = `${temporaryDirectory()}/link`;
  symlinkSync(copyOf('sample'), link);
  const server = await LanguageServer.start({ folders: [link] });
  const uri = await server.open(`${link}/amd/src/repository.js`);
  const text = readFileSync(`${link}/amd/src/repository.js`, 'utf8');
  const params = { textDocument: { uri }, position: positionIn(text, 'local_groupmanager_get_m') };
  const links = await server.request<LocationLink[]>('textDocument/definition', params);
  expect(links.map(({ targetUri }) => targetUri.startsWith(uriOf(link)))).toEqual([true, true]);
});

it('a checkout shadows its copy in the tree', async () => {
  const root = tree();
  cpSync(sample, `${root}/local/groupmanager`, { recursive: true });
  const checkout = copyOf('sample');
  write(checkout, { 'db/services.php': "<?php $functions = ['local_groupmanager_new' => []];" });
  const server = await LanguageServer.start({ folders: [root, checkout] });
  expect(await names(server, uriOf(root))).toEqual(['core_get', 'local_groupmanager_new']);
  expect(await names(server, uriOf(checkout))).toEqual(['core_get', 'local_groupmanager_new']);
});

it('the setting joins a plugin with a tree, at once when it changes', async () => {
  const root = tree();
  const server = await LanguageServer.start({ folders: [sample], settings: { moodlePath: root } });
  expect(await names(server)).toContain('core_get');
  server.settings = { moodlePath: `${root}/nowhere` };
  await server.notify('workspace/didChangeConfiguration', { settings: null });
  await server.eventually(() => (server.logs.some((line) => line.includes('nowhere')) ? true : undefined));
  expect(await names(server)).toHaveLength(6);
});

it('folders come and go', async () => {
  const server = await LanguageServer.start({ folders: [sample] });
  const folder = { uri: uriOf(tree()), name: 'tree' };
  const change = (event: object) => server.notify('workspace/didChangeWorkspaceFolders', { event });
  await server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
  await change({ added: [folder], removed: [] });
  await server.eventually(() => (server.statuses.at(-1)?.functions === 7 ? true : undefined));
  await change({ added: [], removed: [folder] });
  await server.eventually(() => (server.statuses.at(-1)?.functions === 6 ? true : undefined));
});

it('a new plugin in a tree is seen', async () => {
  const root = write(tree(), { 'local/readme.txt': '' });
  const server = await LanguageServer.start({ folders: [root] });
  expect(await names(server)).toEqual(['core_get']);
  cpSync(sample, `${root}/local/groupmanager`, { recursive: true });
  const changes = [{ uri: uriOf(`${root}/local/groupmanager/version.php`), type: 1 }];
  await server.notify('workspace/didChangeWatchedFiles', { changes });
  expect(await names(server)).toHaveLength(7);
});

it('what nobody watches is compared with the disk when a document is opened', async () => {
  const root = copyOf('sample');
  const server = await LanguageServer.start({ folders: [root], capabilities: { ...capabilities, workspace: {} } });
  await server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
  write(root, { 'db/services.php': "<?php $functions = ['local_groupmanager_new' => []];" });
  await server.open(`${root}/lib.php`, '<?php');
  expect(await names(server)).toEqual(['local_groupmanager_new']);
});

it('a document outside brings its tree, and takes it along', async () => {
  const root = tree();
  const server = await LanguageServer.start({ folders: [sample] });
  const uri = await server.open(`${root}/lib/moodlelib.php`);
  expect(await names(server, uri)).toEqual(['core_get']);
  await server.notify('textDocument/didClose', { textDocument: { uri } });
  expect(await names(server)).toHaveLength(6);
});
