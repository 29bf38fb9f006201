import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { at, eventually, open } from './sample.ts';

const name = 'local_groupmanager_get_members';

describe('in db/services.php', () => {
  it('the misspelt class is an error, and the only one', async () => {
    const document = await open('db/services.php');
    const found = await eventually(
      () => vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'moodle-ws'),
      (diagnostics) => diagnostics.length > 0,
    );
    assert.equal(found.length, 1);
    assert.equal(document.getText(found[0]!.range), String.raw`local_groupmanager\external\delete_group`);
    assert.equal(found[0]!.severity, vscode.DiagnosticSeverity.Error);
  });

  it('a hover tells what a function takes and returns', async () => {
    const document = await open('db/services.php');
    const text = await hoverText(document, at(document, name));
    assert.match(text, /groupid/);
    assert.match(text, /perpage/);
    assert.match(text, /members/);
  });

  it('a name leads to the method of its class', async () => {
    const document = await open('db/services.php');
    const targets = await definitions(document, at(document, name));
    assert.ok(
      targets.some((path) => path.endsWith('/classes/external/get_members.php')),
      targets.join(),
    );
  });

  it('the functions are symbols', async () => {
    const document = await open('db/services.php');
    const symbols = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (value) => (value?.length ?? 0) > 0,
    );
    assert.ok(flat(symbols ?? []).includes(name), flat(symbols ?? []).join());
  });

  it('every function has a lens that runs it', async () => {
    const document = await open('db/services.php');
    const lenses = await eventually(
      () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50),
      (value) => value.length >= 6,
    );
    assert.equal(lenses.filter(({ command }) => command?.command === 'moodleWs.run').length, 6);
  });
});

describe('in JavaScript', () => {
  it('function names are offered in a call, each once', async () => {
    const document = await open('amd/src/repository.js');
    const position = at(document, name, 6);
    const { items } = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          position,
        ),
      (list) => list.items.some(({ label }) => text(label) === name),
    );
    const labels = items.map(({ label }) => text(label)).filter((label) => label.startsWith('local_groupmanager_'));
    assert.deepEqual([...new Set(labels)].sort(), labels.sort());
    assert.ok(labels.includes('local_groupmanager_move_members'), labels.join());
  });

  it('a hover tells what a function takes', async () => {
    const document = await open('amd/src/repository.js');
    assert.match(await hoverText(document, at(document, name)), /groupid/);
  });

  it('a name leads to the function', async () => {
    const document = await open('amd/src/repository.js');
    const targets = await definitions(document, at(document, name));
    assert.ok(
      targets.some((path) => /get_members\.php|services\.php/.test(path)),
      targets.join(),
    );
  });

  it('has no diagnostic while all is right', async () => {
    const document = await open('amd/src/repository.js');
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'moodle-ws'),
      [],
    );
  });
});

const text = (label: string | vscode.CompletionItemLabel): string => (typeof label === 'string' ? label : label.label);

const flat = (symbols: vscode.DocumentSymbol[]): string[] =>
  symbols.flatMap((symbol) => [symbol.name, ...flat(symbol.children)]);

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await eventually(
    () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position),
    (value) => value.length > 0,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
    .join('\n');
}

async function definitions(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const targets = await eventually(
    () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      ),
    (value) => value.length > 0,
  );
  return targets.map((target) => ('uri' in target ? target.uri : target.targetUri).path);
}
