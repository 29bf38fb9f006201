import { readFileSync } from 'node:fs';
import type {
  CodeLens,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  LocationLink,
  WorkspaceSymbol,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { capabilities, LanguageServer, uriOf } from './support/languageServer.ts';
import { fixture, positionIn } from './support/workspace.ts';

const sample = fixture('sample');
const services = `${sample}/db/services.php`;
const script = `${sample}/amd/src/repository.js`;
const text = (path: string) => readFileSync(path, 'utf8');
const name = 'local_groupmanager_get_members';

const start = (more: Parameters<typeof LanguageServer.start>[0] = {}) =>
  LanguageServer.start({ folders: [sample], ...more });

describe('in JavaScript', () => {
  it('hovers, and leads to method and declaration', async () => {
    const server = await start();
    const uri = await server.open(script);
    const params = { textDocument: { uri }, position: positionIn(text(script), 'local_groupmanager_get_m', 'embers') };
    const hover = await server.request<Hover>('textDocument/hover', params);
    expect(JSON.stringify(hover.contents)).toContain('perpage');
    const links = await server.request<LocationLink[]>('textDocument/definition', params);
    expect(links.map(({ targetUri }) => targetUri)).toEqual([
      uriOf(`${sample}/classes/external/get_members.php`),
      uriOf(services),
    ]);
  });

  it('leads to plain locations where the client knows no links', async () => {
    const server = await start({ capabilities: {} });
    const uri = await server.open(script);
    const params = { textDocument: { uri }, position: positionIn(text(script), 'local_groupmanager_get_m') };
    const locations = await server.request<object[]>('textDocument/definition', params);
    expect(Object.keys(locations[0] ?? {}).sort()).toEqual(['range', 'uri']);
  });

  it('completes names, and tells more when asked', async () => {
    const server = await start();
    const half = "Ajax.call([{methodname: 'local_group";
    const uri = await server.open(script, half);
    const position = { line: 0, character: half.length };
    const list = await server.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    expect(list.isIncomplete).toBe(false);
    const item = list.items.find(({ label }) => label === name);
    expect(item?.textEdit).toMatchObject({ newText: name, range: { start: { character: 25 }, end: position } });
    expect(item?.documentation).toBeUndefined();
    const resolved = await server.request<CompletionItem>('completionItem/resolve', item);
    expect(JSON.stringify(resolved.documentation)).toContain('perpage');
  });

  it('completes and explains arguments that are half-typed, without their brackets', async () => {
    const server = await start();
    const half = `Ajax.call([{methodname: '${name}', args: {groupid: 1, p`;
    const uri = await server.open(script, `${half}\n\nexport const other = {perpage: 5};\n`);
    const at = (character: number) => ({ textDocument: { uri }, position: { line: 0, character } });
    const list = await server.request<CompletionList>('textDocument/completion', at(half.length));
    expect(list.items.map(({ label }) => label)).toEqual(['page', 'perpage']);
    expect(list.items[0]?.textEdit).toMatchObject({ newText: 'page: ' });
    const hover = await server.request<Hover>('textDocument/hover', at(half.indexOf('groupid') + 1));
    expect(JSON.stringify(hover.contents)).toContain('`groupid` · `int` · required');
  });

  it('uses defaults of the list where the client knows them', async () => {
    const completion = { completionList: { itemDefaults: ['editRange', 'data'] } };
    const server = await start({ capabilities: { ...capabilities, textDocument: { completion } } });
    const uri = await server.open(script, "Ajax.call([{methodname: ''");
    const position = { line: 0, character: 25 };
    const list = await server.request<CompletionList>('textDocument/completion', { textDocument: { uri }, position });
    expect(list.itemDefaults).toMatchObject({ editRange: {}, data: { uri } });
    expect(list.items.every((item) => item.textEdit === undefined && item.data === undefined)).toBe(true);
  });
});

describe('in db/services.php', () => {
  it('has symbols, and lenses only where the client can run', async () => {
    const server = await start({ initializationOptions: { runCommand: true } });
    expect(server.initialized.capabilities.codeLensProvider).toEqual({ resolveProvider: false });
    const textDocument = { uri: await server.open(services) };
    const symbols = await server.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbols).toHaveLength(7);
    const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command?.command)).toEqual(Array(6).fill('moodleWs.run'));
  });

  it('has class members only for clients that ask for them', async () => {
    const path = `${sample}/classes/external/get_groups.php`;
    for (const [documentSymbols, count] of [
      ['services', 0],
      ['all', 1],
      [undefined, 0],
    ] as const) {
      const server = await start({ initializationOptions: documentSymbols ? { documentSymbols } : {} });
      const textDocument = { uri: await server.open(path) };
      expect(await server.request('textDocument/documentSymbol', { textDocument })).toHaveLength(count);
    }
  });

  it('answers after each letter of a half-typed entry', async () => {
    const server = await start();
    const old = text(services);
    const uri = await server.open(services);
    const entry = "    'local_groupmanager_new' => [\n        'classname' => 'local_groupmanager\\external\\get_gro";
    const cut = old.indexOf("    'local_groupmanager_update_group'");
    const ask = async (typed: string) => {
      await server.replace(uri, `${old.slice(0, cut)}${typed}\n${old.slice(cut)}`);
      const position = positionIn(old.slice(0, cut) + typed, old.slice(0, cut) + typed);
      const textDocument = { uri };
      const [list, symbols] = await Promise.all([
        server.request<CompletionList | null>('textDocument/completion', { textDocument, position }),
        server.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument }),
      ]);
      return { labels: list?.items.map(({ label }) => label) ?? [], symbols: symbols.map((symbol) => symbol.name) };
    };
    for (let length = 1; length < entry.length; length += 1) {
      const { symbols } = await ask(entry.slice(0, length));
      expect(symbols).toContain('local_groupmanager_move_members');
    }
    const { labels, symbols } = await ask(entry);
    expect(labels).toContain('local_groupmanager\\external\\get_groups');
    expect(symbols).toContain('local_groupmanager_new');
    expect(server.logs.filter((line) => line.includes('failed'))).toEqual([]);
  });

  it('follows incremental changes, with CRLF and characters of two units', async () => {
    const server = await start();
    const uri = await server.open(services, '<?php // 🎓\r\n$functions = [\r\n];\r\n');
    const insert = (line: number, character: number, added: string) => ({
      range: { start: { line, character }, end: { line, character } },
      text: added,
    });
    const contentChanges = [
      insert(2, 0, "    'local_groupmanager_a' => [],\r\n"),
      insert(0, 11, ' x'),
      insert(3, 0, "    'local_groupmanager_b' => [],\r\n"),
    ];
    await server.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges });
    const symbols = await server.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(symbols.map((symbol) => [symbol.name, symbol.range.start.line])).toEqual([
      ['local_groupmanager_a', 2],
      ['local_groupmanager_b', 3],
    ]);
  });

  it('is one document under every spelling of its URI', async () => {
    const server = await start();
    await server.open(services, '<?php $functions = [];');
    const textDocument = { uri: uriOf(services).replace('/db/', '/d%62/') };
    expect(await server.request('textDocument/documentSymbol', { textDocument })).toEqual([]);
    expect(await server.request('moodleWs/export', {})).toEqual([]);
  });
});

it('finds functions in the workspace', async () => {
  const server = await start();
  const symbols = await server.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'members' });
  expect(symbols.map((symbol) => symbol.name)).toEqual([
    'local_groupmanager_get_members',
    'local_groupmanager_move_members',
  ]);
});

it('the schema under the cursor is that of the text as it is typed, half-typed methods below included', async () => {
  const server = await start();
  const source = text(`${sample}/classes/external/get_members.php`);
  const js = await server.open(script);
  const params = {
    textDocument: { uri: js },
    position: positionIn(text(script), 'local_groupmanager_get_m', 'embers'),
  };
  const shown = async () => JSON.stringify(await server.request<Hover>('textDocument/hover', params));
  expect(await shown()).toContain('perpage');
  const uri = await server.open(`${sample}/classes/external/get_members.php`);
  await server.replace(uri, source.replace("'perpage' =>", "'pagesize' =>"));
  expect(await shown()).toContain('pagesize');
  expect(await shown()).not.toContain('perpage');
  const half = source
    .replace("'perpage' =>", "'chunk' =>")
    .replace(/(function execute\([^]*?\{)/, "$1\n        $half = ['x' => foo(");
  await server.replace(uri, half);
  expect(await shown()).toContain('chunk');
  await server.notify('textDocument/didClose', { textDocument: { uri } });
  expect(await shown()).toContain('perpage');
});
