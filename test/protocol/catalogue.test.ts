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

  it("takes texts from the user's file, and says once why one cannot be used", async () => {
    const folder = plugin();
    const desc = 'What it is about';
    const parameters_desc = { desc: '', required: 1, default: null, allownull: false, keys: {} };
    const functions = [
      { name: 'core_course_get_recent_courses', description: desc, parameters_desc, returns_desc: null },
    ];
    write(folder, { 'site.json': JSON.stringify({ functions }), 'broken.json': '[' });
    const hoverWith = async (catalogueFile: string) => {
      const server = await LanguageServer.start({ folders: [folder], settings: { catalogueFile } });
      const uri = await server.open(`${folder}/amd/src/x.js`);
      const place = { textDocument: { uri }, position: { line: 0, character: 30 } };
      const hovers = [await server.request<Hover>('textDocument/hover', place)];
      hovers.push(await server.request<Hover>('textDocument/hover', place));
      const told = server.logs.filter((line) => line.startsWith('moodleWs.catalogueFile'));
      return { text: JSON.stringify(hovers), told };
    };
    expect(await hoverWith('site.json')).toEqual({ text: expect.stringContaining(desc) as string, told: [] });
    for (const [file, why] of [
      ['broken.json', 'It is not JSON'],
      ['nowhere.json', 'There is no such file.'],
    ] as const) {
      const { text, told } = await hoverWith(file);
      expect(text).toContain('userid?: int');
      expect(told).toEqual([expect.stringContaining(why)]);
    }
  });
});

it('a folder without Moodle code knows the functions of the file that the setting names', async () => {
  const folder = write(temporaryDirectory(), {
    'x.js': call,
    'site.json': '[{"name": "core_course_get_recent_courses"}]',
  });
  const server = await LanguageServer.start({ folders: [folder], settings: { catalogueFile: 'site.json' } });
  const uri = await server.open(`${folder}/x.js`);
  const place = { textDocument: { uri }, position: { line: 0, character: 30 } };
  expect(await server.request<Hover | null>('textDocument/hover', place)).not.toBeNull();
});
