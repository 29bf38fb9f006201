import { expect, it } from 'vitest';
import { pageHtml } from './html.ts';

const options = {
  script: 'https://file.vscode-cdn.net/dist/webview.js',
  nonce: 'bm9uY2U',
  language: 'en',
  title: 'Moodle WS',
};

/** As a browser reads it. */
function policyOf(html: string): Map<string, string> {
  const content = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  const directives = content.replaceAll('&#39;', "'").split('; ');
  return new Map(directives.map((each) => [each.split(' ')[0]!, each.split(' ').slice(1).join(' ')]));
}

it('allows our script and nothing else', () => {
  expect(Object.fromEntries(policyOf(pageHtml(options)))).toEqual({
    'default-src': "'none'",
    'script-src': "'nonce-bm9uY2U'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

it('has exactly one script, with the nonce, and no inline code', () => {
  const html = pageHtml(options);
  expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
    '<script nonce="bm9uY2U" src="https://file.vscode-cdn.net/dist/webview.js"></script>',
  ]);
  expect(html).not.toMatch(/<style|\son[a-z]+=|style=/);
});

it('escapes what it is given', () => {
  const html = pageHtml({ ...options, title: '</title><script>alert(1)</script>', language: '"><img src=x>' });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain('<img');
});
