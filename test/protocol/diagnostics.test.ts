import { readFileSync } from 'node:fs';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { capabilities, LanguageServer, uriOf } from './support/languageServer.ts';
import { copyOf, fixture, write } from './support/workspace.ts';

const sample = fixture('sample');
const services = `${sample}/db/services.php`;
const none = (found: unknown[]) => found.length === 0;
const some = (found: unknown[]) => found.length > 0;

describe('pushed', () => {
  it('after opening, after edits, and taken back at the end', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    const uri = await server.open(services);
    const [found, ...others] = await server.diagnostics(uri, some);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: 1,
      source: 'moodle-ws',
      code: 'services-class-not-found',
      data: { nearest: 'local_groupmanager\\external\\delete_groups' },
    });
    const lines = readFileSync(services, 'utf8').split('\n');
    const { start, end } = found!.range;
    expect(lines[start.line]?.slice(start.character, end.character)).toBe('local_groupmanager\\external\\delete_group');
    await server.replace(uri, lines.join('\n').replace("delete_group'", "delete_groups'"));
    await server.diagnostics(uri, none);
    await server.replace(uri, lines.join('\n'));
    await server.diagnostics(uri, some);
    await server.notify('textDocument/didClose', { textDocument: { uri } });
    await server.diagnostics(uri, none);
  });

  it('for other documents that depend on the edited one, with where it is declared', async () => {
    const server = await LanguageServer.start({ folders: [sample] });
    const script = await server.open(`${sample}/amd/src/repository.js`);
    await server.diagnostics(script, none);
    const uri = await server.open(services);
    await server.replace(uri, readFileSync(services, 'utf8').replaceAll("'ajax' => true,", ''));
    const found = await server.diagnostics(script, some);
    expect(found.map(({ code }) => code)).toEqual(Array(3).fill('js-method-not-ajax'));
    expect(found[0]?.relatedInformation?.[0]?.location.uri).toBe(uri);
  });

  it('after a file changed on disk', async () => {
    const root = copyOf('sample');
    const server = await LanguageServer.start({ folders: [root] });
    const uri = await server.open(`${root}/db/services.php`);
    await server.diagnostics(uri, some);
    const path = 'classes/external/delete_group.php';
    write(root, {
      [path]: readFileSync(`${root}/classes/external/delete_groups.php`, 'utf8').replace(
        'delete_groups',
        'delete_group',
      ),
    });
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(`${root}/${path}`), type: 1 }] });
    await server.diagnostics(uri, (found) => found.every(({ code }) => code !== 'services-class-not-found'));
  });

  it('unless the setting says no; a value of the wrong type warns once', async () => {
    const server = await LanguageServer.start({ folders: [sample], settings: { diagnostics: { enabled: false } } });
    const uri = await server.open(services);
    await server.diagnostics(uri, none);
    server.settings = { diagnostics: { enabled: 'yes' } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.diagnostics(uri, some);
    expect(server.logs.filter((line) => line.includes('moodleWs.diagnostics.enabled'))).toHaveLength(1);
  });

  it('as moodle-ws.json says, in the editor before on disk, and settings before both', async () => {
    const root = write(copyOf('sample'), { 'moodle-ws.json': '{"rules": {"services-class-not-found": "hint"}}' });
    const server = await LanguageServer.start({ folders: [root] });
    const uri = await server.open(`${root}/db/services.php`);
    const severity = (wanted: number) => (found: Diagnostic[]) => found.some((one) => one.severity === wanted);
    await server.diagnostics(uri, severity(4));
    const config = await server.open(
      `${root}/moodle-ws.json`,
      '{"rules": {"services-class-not-found": "info", "x": 1}}',
    );
    await server.diagnostics(uri, severity(3));
    expect((await server.diagnostics(config, some)).map(({ code }) => code)).toEqual(['config-invalid']);
    server.settings = { rules: { 'services-class-not-found': 'warning' } };
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    await server.diagnostics(uri, severity(2));
    server.settings = {};
    await server.notify('workspace/didChangeConfiguration', { settings: null });
    write(root, { 'moodle-ws.json': '{"rules": {"services-class-not-found": "off"}}' });
    await server.notify('textDocument/didClose', { textDocument: { uri: config } });
    await server.diagnostics(uri, none);
    write(root, { 'moodle-ws.json': '{}' });
    await server.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: config, type: 2 }] });
    await server.diagnostics(uri, severity(1));
  });

  it('by settings that were sent, for a client that cannot be asked', async () => {
    const server = await LanguageServer.start({
      folders: [sample],
      capabilities: {},
      initializationOptions: { settings: { diagnostics: { enabled: false } } },
    });
    const uri = await server.open(services);
    await server.diagnostics(uri, none);
    const settings = { moodleWs: { diagnostics: { enabled: true } } };
    await server.notify('workspace/didChangeConfiguration', { settings });
    await server.diagnostics(uri, some);
  });
});

describe('pulled', () => {
  const pulling: ClientCapabilities = {
    ...capabilities,
    workspace: { ...capabilities.workspace, diagnostics: { refreshSupport: true } },
    textDocument: { diagnostic: { relatedDocumentSupport: false } },
  };

  it('with a result id, and pushed never', async () => {
    const server = await LanguageServer.start({ folders: [sample], capabilities: pulling });
    expect(server.initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
    const uri = await server.open(services);
    const ask = (previousResultId?: string) =>
      server.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    const first = await ask();
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'services-class-not-found' }] });
    expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await server.replace(uri, '<?php');
    const second = await ask(first.resultId);
    expect(second).toMatchObject({ kind: 'full', items: [] });
    expect(second.resultId).not.toBe(first.resultId);
    expect(server.published).toEqual([]);
  });

  it('asked for again when a file changed on disk', async () => {
    const root = copyOf('sample');
    const server = await LanguageServer.start({ folders: [root], capabilities: pulling });
    const uri = await server.open(`${root}/db/services.php`);
    await server.eventually(() => (server.statuses.at(-1)?.state === 'ready' ? true : undefined));
    await server.eventually(() => (server.refreshed.length > 0 ? true : undefined));
    const before = server.refreshed.length;
    write(root, {
      'classes/external/delete_group.php': '<?php\nnamespace local_groupmanager\\external;\nclass delete_group {}\n',
    });
    const changes = [{ uri: uriOf(`${root}/classes/external/delete_group.php`), type: 1 }];
    await server.notify('workspace/didChangeWatchedFiles', { changes });
    await server.eventually(() => (server.refreshed.length > before ? true : undefined));
    const params = { textDocument: { uri } };
    const report = await server.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    expect(report).toMatchObject({ items: [{ code: 'method-missing' }] });
  });

  it('of files that are not open: once, and again when something changes', async () => {
    const root = copyOf('sample');
    const server = await LanguageServer.start({ folders: [root], capabilities: pulling });
    let answers = 0;
    const ids = new Map<string, string>();
    const pull = async () => {
      const previousResultIds = [...ids].map(([uri, value]) => ({ uri, value }));
      const { items } = await server.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
      answers += 1;
      for (const { uri, resultId = '' } of items) ids.set(uri, resultId);
      return items.map((one) => [one.uri, one.kind === 'full' ? one.items.map(({ code }) => code) : []]);
    };
    const services = uriOf(`${root}/db/services.php`);
    expect(await pull()).toContainEqual([services, expect.arrayContaining(['services-class-not-found'])]);
    // What is open is no part of it: it is asked for by itself.
    const second = pull();
    await server.open(`${root}/db/services.php`);
    expect(await second).toContainEqual([services, []]);
    const third = pull();
    await server.notify('textDocument/didClose', { textDocument: { uri: services } });
    expect(await third).toContainEqual([services, expect.arrayContaining(['services-class-not-found'])]);
    const fourth = pull();
    write(root, {
      'classes/external/delete_group.php': readFileSync(`${root}/classes/external/delete_groups.php`, 'utf8').replace(
        'class delete_groups',
        'class delete_group',
      ),
    });
    const changes = [{ uri: uriOf(`${root}/classes/external/delete_group.php`), type: 1 }];
    await server.notify('workspace/didChangeWatchedFiles', { changes });
    await fourth;
    expect(answers).toBe(4);
    const params = { textDocument: { uri: services } };
    const closed = await server.request<DocumentDiagnosticReport>('textDocument/diagnostic', params);
    expect(closed.kind === 'full' && closed.items.map(({ code }) => code)).not.toContain('services-class-not-found');
    expect(server.published).toEqual([]);
  });
});
