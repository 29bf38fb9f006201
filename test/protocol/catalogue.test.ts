import type { CompletionList, Hover } from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { LanguageServer } from './support/languageServer.ts';
import { temporaryDirectory, write } from './support/workspace.ts';

const call = "Ajax.call([{methodname: 'core_course_get_recent_courses', args: {}}]);";

/** A plugin for Moodle 4.1 to 4.5 with one script. */
const plugin = () =>
  write(temporaryDirectory(), {
    'version.php':
      "<?php\n$plugin->component = 'local_x';\n$plugin->requires = 2022112800;\n$plugin->supported = [401, 405];\n",
    'amd/src/x.js': call,
  });

describe('a plugin without the source of Moodle', () => {
  it("hovers and completes Moodle's own functions, and finds slips in their names", async () => {
    const folder = plugin();
    const server = await LanguageServer.start({ folders: [folder] });
    const text = `${call}\nAjax.call([{methodname: 'core_course_get_recent_coursez', args: {}}]);`;
    const uri = await server.open(`${folder}/amd/src/x.js`, text);
    const place = { textDocument: { uri }, position: { line: 0, character: 30 } };
    const hover = await server.request<Hover>('textDocument/hover', place);
    expect(JSON.stringify(hover.contents)).toMatch(
      /core_course_get_recent_courses\(userid\?: int.*As in Moodle 4\.5\./,
    );
    const list = await server.request<CompletionList>('textDocument/completion', place);
    expect(list.items.length).toBeGreaterThan(700);
    const found = await server.diagnostics(uri, (all) => all.length > 0);
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['js-method-unknown', 1]]);
  });

  it('counts its own functions only', async () => {
    const server = await LanguageServer.start({ folders: [plugin()] });
    const ready = await server.eventually(() => server.statuses.find(({ state }) => state === 'ready'));
    expect(ready.functions).toBe(0);
  });
});
