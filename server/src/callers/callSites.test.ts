import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { callAt, callSites, findCallSites } from './callSites.ts';

const documentOf = (languageId: string, content: string) => ({
  languageId,
  text: TextDocument.create(`file:///a.${languageId}`, languageId, 1, content),
});

/** `kind name` of each site, checked against its span. */
function sites(languageId: string, content: string): string[] {
  return callSites(documentOf(languageId, content)).map(({ kind, name, span, loginRequired }) => {
    expect(content.slice(span.start, span.end)).toBe(name);
    return [kind, name, ...(loginRequired === undefined ? [] : [loginRequired ? 'login' : 'nologin'])].join(' ');
  });
}

describe('JavaScript', () => {
  it.each([
    ["Ajax.call([{methodname: 'core_a', args: {}}])", ['ajax core_a login']],
    [
      "fetchMany([{methodname: 'core_a'}, {methodname: 'core_b'}], true, false)",
      ['ajax core_a nologin', 'ajax core_b nologin'],
    ],
    ["call([{methodname: 'core_a'}], true, isLoggedIn)", ['ajax core_a']],
    ["const r = {methodname: 'core_a'}; return Ajax.call([r], true, false)[0];", ['ajax core_a nologin']],
    ["const r = {methodname: 'core_a'};", ['ajax core_a']],
    ['{\'methodname\': "core_a"}', ['ajax core_a']],
    ['request.methodname = `core_a`', ['ajax core_a']],
    ["{methodname: (type === 'x') ? 'core_a' : 'core_b', args}", ['ajax core_a', 'ajax core_b']],
    ["const name = 'core_a'; call([{methodname: name}])", ['ajax core_a login']],
    ["const name = 'core_a_' + type; call([{methodname: name}])", []],
    ["let name = 'core_a'; name = other(); call([{methodname: name}])", []],
    ['{methodname: `core_${type}_b`}', []],
    ['{methodname: name + "core_a"}', []],
    ["{methodname: 'core_a_' + name}", []],
    ['`${call([{methodname: "core_a"}])}`', ['ajax core_a login']],
    ["const re = /['\"]/; call([{methodname: 'core_a'}])", ['ajax core_a login']],
    ["const half = 6 / 2; call([{methodname: 'core_a'}]); // it's / fine", ['ajax core_a login']],
    ["// methodname: 'core_a'\n/* methodname: 'core_b' */", []],
    ['const s = "methodname: \'core_a\'";', []],
    ["it's broken\nmethodname: 'core_a'", ['ajax core_a']],
    ["methodname: 'core_a", []],
    ["'🎓'; call([{\r\n  methodname: 'core_a',\r\n}])", ['ajax core_a login']],
    ["{wsfunction: 'core_a'}", ['wsfunction core_a']],
    ["data.append('wsfunction', 'core_a')", ['wsfunction core_a']],
    ['`${url}?wsfunction=core_a&moodlewsrestformat=json`', ['wsfunction core_a']],
    ['// ?wsfunction=core_a', []],
    ["site.read('core_a', {})", ['app core_a']],
    ["this.currentSite?.write<Answer>('core_a', {})", ['app core_a']],
    ["CoreSites.getCurrentSite()\n    ?.read('core_a')", ['app core_a']],
    ["(await CoreSites.getSite(id)).read('core_a')", ['app core_a']],
    ["file.read('core_a'); website.open('core_b')", []],
  ])('%s', (content, expected) => {
    expect(sites('javascript', content)).toEqual(expected);
  });
});

describe('PHP', () => {
  it.each([
    ["<?php external_api::call_external_function('core_a', []);", ['php core_a']],
    ['<?php \\core_external\\external_api::call_external_function( "core_a" );', ['php core_a']],
    ["<?php external_api::external_function_info(function: 'core_a');", ['php core_a']],
    ["<?php function call_external_function('core_a') {}", []],
    ['<?php external_api::call_external_function($name);', []],
    ["<?php // call_external_function('core_a')", []],
    ["<?php $url->param('wsfunction', 'core_a');", ['wsfunction core_a']],
    ["<?php $url = $base . '?wsfunction=' . $name;", []],
    ['<?php /** ?wsfunction=core_a */', []],
    ["<script>call([{methodname: 'core_a'}])</script><?php ?>", ['ajax core_a login']],
  ])('%s', (content, expected) => {
    expect(sites('php', content)).toEqual(expected);
  });
});

describe('templates and other clients', () => {
  it.each([
    ['mustache', '<button\n  core-site-plugins-call-ws\n  name="core_a"\n  [params]="{id: 1}">', ['template core_a']],
    ['mustache', '<button core-site-plugins-call-ws name="{{name}}">', []],
    ['mustache', '<p name="core_a">core-site-plugins-call-ws</p>', []],
    ['mustache', "{{#js}}call([{methodname: 'core_a'}]){{/js}}", ['ajax core_a login']],
    ['vue', "<template>it's</template><script>call([{methodname: 'core_a'}])</script>", ['ajax core_a login']],
    ['html', '<input name="wsfunction" value="core_a">', ['wsfunction core_a']],
    ['shellscript', 'curl "$URL?wsfunction=core_a"', ['wsfunction core_a']],
    ['shellscript', String.raw`curl -d "{\"wsfunction\": \"core_a\"}"`, ['wsfunction core_a']],
    ['shellscript', 'curl "$URL?wsfunction=$NAME" "$URL?wsfunction="', []],
    ['python', "params = {'wsfunction': 'core_a'}", ['wsfunction core_a']],
    ['python', 'dict(wsfunction="core_a")', ['wsfunction core_a']],
    ['http', 'POST /x\n\nwstoken=1&wsfunction=core_a\n', ['wsfunction core_a']],
    ['json', '{"wsfunction": "core_a"}', ['wsfunction core_a']],
    ['markdown', 'The wsfunction parameter. mywsfunction=core_a', []],
  ])('%s: %s', (languageId, content, expected) => {
    expect(sites(languageId, content)).toEqual(expected);
  });
});

it('a name that is still typed is found at its place only', () => {
  const document = documentOf('javascript', "call([{methodname: 'core_");
  expect(callSites(document)).toEqual([]);
  expect(callAt(document, 25)).toMatchObject({ kind: 'ajax', name: 'core_', closed: false });
  expect(callAt(document, 10)).toBeUndefined();
});

it('a changed document is read again', () => {
  const document = documentOf('javascript', "{methodname: 'core_a'}");
  expect(callSites(document)).toHaveLength(1);
  TextDocument.update(document.text, [{ text: '' }], 2);
  expect(callSites(document)).toEqual([]);
});

it.each([
  '(',
  ']',
  "methodname:'",
  '`${',
  '<script>',
  'wsfunction="',
  '<core-site-plugins-call-ws ',
  'call({methodname:a,',
])('time grows with the text, not with its square: %s', (piece) => {
  // Would take minutes.
  const text = piece.repeat(Math.floor(300_000 / piece.length));
  for (const languageId of ['javascript', 'mustache', 'php']) findCallSites(languageId, `methodname ${text}`);
});
