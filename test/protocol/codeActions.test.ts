import { fileURLToPath } from 'node:url';
import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { expect, it } from 'vitest';
import { capabilities, LanguageServer } from './support/languageServer.ts';
import { copyOf, write } from './support/workspace.ts';

const withActions: ClientCapabilities = {
  ...capabilities,
  workspace: { ...capabilities.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
  textDocument: {
    ...capabilities.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
    },
  },
};
const services = (ajax: string) => `<?php
$functions = [
    'local_groupmanager_a' => ['classname' => 'local_groupmanager\\external\\create_groups', 'ajax' => ${ajax}],
    'local_groupmanager_b' => ['classname' => 'local_groupmanager\\external\\create_groups', 'ajax' => ${ajax}],
];
`;

async function start(text: string, runCommand = false) {
  const root = copyOf('sample');
  write(root, { 'db/services.php': text });
  const server = await LanguageServer.start({
    folders: [root],
    capabilities: withActions,
    initializationOptions: { runCommand },
  });
  const uri = await server.open(`${root}/db/services.php`);
  await server.diagnostics(uri, (found) => found.length > 0);
  const ask = (line: number, only?: string[]) =>
    server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line, character: 0 }, end: { line, character: 200 } },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  return { server, uri, ask };
}

const edits = (action: CodeAction | undefined, uri: string) => action?.edit?.changes?.[uri]?.map((one) => one.newText);

it('fixes of a finding, and of all of its kind', async () => {
  const { server, uri, ask } = await start(services('1'));
  const actions = await ask(2);
  const titles = actions.map(({ title }) => title);
  const [one, file, whole] = ['Change to true', 'in this file', 'in local_groupmanager'].map((text) =>
    actions.find(({ title }) => title.includes(text)),
  );
  expect(titles).toContain('Fix all “services-ajax-not-bool” in this file');
  expect(one).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'services-ajax-not-bool' }] });
  expect(edits(one, uri)).toEqual(['true']);
  expect(edits(file, uri)).toEqual(['true', 'true']);
  expect(whole?.edit).toBeUndefined();
  expect(edits(await server.request<CodeAction>('codeAction/resolve', whole), uri)).toEqual(['true', 'true']);
});

it('all safe ones on request, by their kind', async () => {
  const { uri, ask } = await start(services('1'));
  const [all, ...others] = await ask(0, ['source.fixAll']);
  expect(others).toEqual([]);
  expect(all).toMatchObject({ kind: 'source.fixAll.moodle-ws' });
  expect(edits(all, uri)).toEqual(['true', 'true']);
  expect(await ask(0, ['source.organizeImports'])).toEqual([]);
});

it('what has to be chosen is no part of all', async () => {
  const { uri, ask } = await start(services("'false'"));
  const actions = await ask(2, ['quickfix']);
  expect(actions.map((action) => edits(action, uri))).toEqual(expect.arrayContaining([['false'], ['true']]));
  expect(await ask(0, ['source.fixAll.moodle-ws'])).toEqual([]);
});

it('a new file is shown, where the client can', async () => {
  const text = services('true').replace('create_groups', 'nothing_yet');
  const made = async (runCommand: boolean) => {
    const { server, uri, ask } = await start(text, runCommand);
    const actions = await ask(2, ['refactor']);
    const create = actions.find(({ title }) => title.startsWith('Create the class'));
    const { command } = await server.request<CodeAction>('codeAction/resolve', create);
    return { command, path: uri.replace('db/services.php', 'classes/external/nothing_yet.php') };
  };
  const { command, path } = await made(true);
  expect(command).toMatchObject({ command: 'moodleWs.showFile', arguments: [path] });
  expect((await made(false)).command).toBeUndefined();
});

it('a comment at a finding, and turning its rule off', async () => {
  const { uri, ask } = await start(services('1'));
  const actions = await ask(2, ['quickfix']);
  const comment = actions.find(({ title }) => title === 'Suppress services-ajax-not-bool here');
  expect(edits(comment, uri)).toEqual(['    // moodle-ws-ignore-next-line services-ajax-not-bool\n']);
  const off = actions.find(({ title }) => title === 'Turn services-ajax-not-bool off in moodle-ws.json');
  const config = uri.replace('db/services.php', 'moodle-ws.json');
  expect(off?.edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: config },
    {
      textDocument: { uri: config },
      edits: [{ newText: expect.stringContaining('"services-ajax-not-bool": "off"') as string }],
    },
  ]);
});

it('what can be made of a place, in several files at once', async () => {
  const { server, uri, ask } = await start(services('true').replace('create_groups', 'nothing_yet'));
  const actions = await ask(2, ['refactor']);
  const create = actions.find(({ title }) => title === 'Create the class local_groupmanager\\external\\nothing_yet');
  expect(create).toMatchObject({ kind: 'refactor' });
  expect(create?.edit).toBeUndefined();
  const { edit } = await server.request<CodeAction>('codeAction/resolve', create);
  const path = uri.replace('db/services.php', 'classes/external/nothing_yet.php');
  expect(edit?.documentChanges).toMatchObject([
    { kind: 'create', uri: path },
    { edits: [{ newText: expect.stringContaining('class nothing_yet extends external_api {') as string }] },
  ]);
});

it('what a finding and its place both ask for, once', async () => {
  const { server, uri: servicesUri } = await start(services('true').replace('create_groups', 'count'));
  const path = fileURLToPath(servicesUri.replace('db/services.php', 'classes/external/count.php'));
  const uri = await server.open(
    path,
    `<?php
namespace local_groupmanager\\external;
class count extends \\core_external\\external_api {
    public static function execute_parameters() {
        return new \\core_external\\external_function_parameters([]);
    }
    public static function execute() {
        return ['count' => 1];
    }
}
`,
  );
  await server.diagnostics(uri, (found) => found.some(({ code }) => code === 'method-returns-missing'));
  const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line: 6, character: 4 }, end: { line: 6, character: 40 } },
    context: { diagnostics: [] },
  });
  const describing = actions.filter(({ title }) => title === 'Describe what execute() returns');
  expect(describing.map(({ kind }) => kind)).toEqual(['quickfix']);
});

it('a new function, as one edit', async () => {
  const { server, uri } = await start(services('1'));
  const place = await server.request('moodleWs/newFunctionPlace', { uri });
  expect(place).toMatchObject({
    component: 'local_groupmanager',
    capabilities: expect.arrayContaining(['local/groupmanager:view']) as string[],
  });
  const wanted = { uri, name: 'count_groups', type: 'read', ajax: true, capability: 'local/groupmanager:view' };
  const made = await server.request<{ edit: WorkspaceEdit; uri: string }>('moodleWs/newFunction', wanted);
  expect(made.uri).toBe(uri.replace('db/services.php', 'classes/external/count_groups.php'));
  const touched = made.edit.documentChanges?.flatMap((one) => ('textDocument' in one ? one.textDocument.uri : []));
  expect(touched?.map((one) => one.slice(uri.length - 'db/services.php'.length)).sort()).toEqual([
    'classes/external/count_groups.php',
    'db/services.php',
    'tests/external/count_groups_test.php',
    'version.php',
  ]);
  expect(await server.request('moodleWs/newFunction', { ...wanted, name: 'a' })).toEqual({
    failure: 'There is a function local_groupmanager_a already.',
  });
});
