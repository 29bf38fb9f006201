import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import { memoryFiles } from '../../server/src/features/shared/index.testkit.ts';
import { IndexStore } from '../../server/src/index/store.ts';
import { checkDocument } from '../../server/src/rules/check.ts';
import { pluginCodebase } from '../../server/src/workspace/codebase.ts';
import { snippetPlugin } from '../support/snippets.ts';

const root = '/code/local_groupmanager';
const files = new Map([...snippetPlugin()].map(([path, text]) => [`${root}/${path}`, text]));
const plugin = { name: 'local_groupmanager', directory: root };
const { snapshot } = new IndexStore(pluginCodebase([plugin]), memoryFiles(Object.fromEntries(files)));

it('the plugin made of snippets has a complete function', () => {
  const functions = snapshot.describeAll();
  expect(functions.map(({ name, complete }) => [name, complete])).toEqual([['local_groupmanager_create_groups', true]]);
});

it.each([...files])('nothing is wrong with %s', (path, text) => {
  const languageId = path.endsWith('.php') ? 'php' : 'javascript';
  const document = { uri: `file://${path}`, path, languageId, text: TextDocument.create('', languageId, 1, text) };
  expect(checkDocument(snapshot, document)).toEqual([]);
});
