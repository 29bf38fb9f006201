import { describe, expect, it } from 'vitest';
import type { Json } from '../schema/node.ts';
import { writeRequest } from './writeRequest.ts';
import { encodeRest } from './rest.ts';
import { Secret } from './secret.ts';
import { site } from './wire.testkit.ts';

const here = site('https://a.example/m');
const token = new Secret('0123456789abcdef', here);

function encode(args: Json, name = 'core_x') {
  return encodeRest({ function: name, args }, here, token);
}

function body(args: Json): string {
  const encoded = encode(args);
  if (encoded.kind !== 'request') return JSON.stringify(encoded);
  const written = writeRequest(encoded.request);
  return written.kind === 'written' ? String(written.body) : JSON.stringify(written);
}

/** The variables behind the three of the server, as PHP would read them. */
function variables(args: Json): [string, string][] {
  return [...new URLSearchParams(body(args))].slice(3);
}

describe('encodeRest', () => {
  it('posts a form with the token first', () => {
    const encoded = encode({ courseid: 2 });
    expect(encoded).toMatchObject({
      kind: 'request',
      request: { method: 'POST', url: 'https://a.example/m/webservice/rest/server.php' },
      warnings: [],
    });
    expect(body({ courseid: 2 })).toBe('wstoken=0123456789abcdef&wsfunction=core_x&moodlewsrestformat=json&courseid=2');
    expect(JSON.stringify(encoded)).not.toContain('0123456789abcdef');
  });

  it('nests lists and structures as PHP reads them', () => {
    expect(variables({ a: [{ k: 'v' }, { k: [1, 2] }], b: { c: { d: '' } } })).toEqual([
      ['a[0][k]', 'v'],
      ['a[1][k][0]', '1'],
      ['a[1][k][1]', '2'],
      ['b[c][d]', ''],
    ]);
  });

  it('says booleans as 1 and 0, and numbers in full', () => {
    expect(variables({ t: true, f: false, n: -1.5, z: -0, big: 9007199254740991 })).toEqual([
      ['t', '1'],
      ['f', '0'],
      ['n', '-1.5'],
      ['z', '0'],
      ['big', '9007199254740991'],
    ]);
  });

  it('keeps every character of a text', () => {
    const text = `a+b &=%?#'"()*!~ <b>ü😀\r\n\t`;
    expect(variables({ text })).toEqual([['text', text]]);
    expect(body({ text: `!'()* ` })).toMatch(/text=%21%27%28%29%2A\+$/);
  });

  it.each<[string, Json, string, string]>([
    ['arguments that are no object', [1], 'not-an-object', ''],
    ['null', { a: { b: null } }, 'null', 'a[b]'],
    ['an empty list', { ids: [] }, 'empty-list', 'ids'],
    ['an empty list in a list', { ids: [[1], []] }, 'empty-list', 'ids[1]'],
    ['an empty structure', { a: {} }, 'empty-object', 'a'],
    ['a rounded number', JSON.parse('{"id":12345678901234567890}') as Json, 'unsafe-number', 'id'],
    ['half a character', { a: '\ud800' }, 'broken-text', 'a'],
    ['a name of the server', { wstoken: 'x' }, 'reserved-key', 'wstoken'],
    ['a name that PHP would change', { 'a.b': 1 }, 'key', 'a.b'],
    ['brackets in a name', { 'wstoken[': 1 }, 'key', 'wstoken['],
    ['brackets in a key', { a: { 'b]': 1 } }, 'key', 'a[b]]'],
    ['an empty key', { a: { '': 1 } }, 'key', 'a[]'],
  ])('refuses %s', (_, args, reason, path) => {
    expect(encode(args)).toEqual({ kind: 'unsendable', reason, path });
  });

  it('refuses nesting that PHP would cut, at any depth', () => {
    let deep: Json = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    expect(encode({ deep })).toMatchObject({ kind: 'unsendable', reason: 'too-deep' });
  });

  it('refuses a token of another site', () => {
    const other = new Secret('0123456789abcdef', site('https://a.example/other'));
    expect(encodeRest({ function: 'f', args: {} }, here, other)).toEqual({
      kind: 'wrong-site',
      wwwroot: 'https://a.example/other',
      url: 'https://a.example/m/webservice/rest/server.php',
    });
  });

  it('refuses an empty token and a name that is none', () => {
    expect(encodeRest({ function: 'f', args: {} }, here, new Secret(' ', here))).toEqual({ kind: 'no-token' });
    expect(encode({}, 'a&b')).toMatchObject({ kind: 'unsendable', reason: 'function-name' });
    expect(encode({}, '')).toMatchObject({ kind: 'unsendable', reason: 'function-name' });
  });

  it('warns of more variables than PHP usually reads', () => {
    const ids = (n: number) => Array.from({ length: n }, (_, i) => i);
    expect(encode({ ids: ids(997) })).toMatchObject({ warnings: [] });
    expect(encode({ ids: ids(998) })).toMatchObject({ warnings: [{ kind: 'many-variables', variables: 1001 }] });
  });
});

describe('writeRequest', () => {
  it('reveals no secret to another address than its own', () => {
    const encoded = encode({});
    if (encoded.kind !== 'request') throw new Error(encoded.kind);
    const request = { ...encoded.request, url: 'https://evil.example/m/webservice/rest/server.php' };
    expect(writeRequest(request)).toEqual({ kind: 'wrong-site', wwwroot: 'https://a.example/m', url: request.url });
  });
});
