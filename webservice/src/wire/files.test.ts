import { describe, expect, it } from 'vitest';
import type { HttpResponse } from './http.ts';
import { decodeDownload, decodeUpload, encodeDownload, encodeUpload } from './files.ts';
import { Secret } from './secret.ts';
import { response, site } from './wire.testkit.ts';
import { writeRequest } from './writeRequest.ts';

const here = site('https://a.example/m');
const token = new Secret('0123456789abcdef', here);
const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

describe('encodeUpload', () => {
  const files = [
    { name: 'a "1".txt', content: bytes('one\r\n') },
    { name: 'ü.bin', content: bytes('\x00\xff') },
  ];

  it('is a multipart form with the token first', () => {
    const encoded = encodeUpload(files, { itemid: 7, filepath: '/x/' }, here, token, 'bnd');
    if (encoded.kind !== 'request') throw new Error(encoded.kind);
    expect(JSON.stringify(encoded)).not.toContain('0123456789abcdef');
    const written = writeRequest(encoded.request);
    if (written.kind !== 'written' || typeof written.body === 'string') throw new Error(written.kind);
    expect([written.url, written.headers['content-type']]).toEqual([
      'https://a.example/m/webservice/upload.php',
      'multipart/form-data; boundary=bnd',
    ]);
    const part = (head: string, body: string) => `--bnd\r\ncontent-disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
    const type = '\r\ncontent-type: application/octet-stream';
    expect(String.fromCharCode(...written.body)).toBe(
      part('name="token"', '0123456789abcdef') +
        part('name="filepath"', '/x/') +
        part('name="itemid"', '7') +
        part(`name="file_1"; filename="a %221%22.txt"${type}`, 'one\r\n') +
        part(`name="file_2"; filename="\xc3\xbc.bin"${type}`, '\x00\xff') +
        '--bnd--\r\n',
    );
  });

  it('refuses the token of another site, and none', () => {
    const where = { itemid: 0, filepath: '/' };
    expect(encodeUpload(files, where, site('https://b.example'), token, 'b').kind).toBe('wrong-site');
    expect(encodeUpload(files, where, here, new Secret('', here), 'b').kind).toBe('no-token');
  });
});

describe('decodeUpload', () => {
  const decode = (value: unknown) =>
    decodeUpload(response(JSON.stringify(value), { headers: { 'content-type': 'text/plain; charset=utf-8' } }));
  const taken = {
    component: 'user',
    userid: '2',
    filearea: 'draft',
    filename: 'a.txt',
    filepath: '/',
    itemid: 66,
    filesize: 14,
  };
  const double = {
    filename: 'a.txt',
    filepath: 'php-upload',
    size: 14,
    errortype: 'filenameexist',
    error: 'It exists',
  };

  it('tells the draft area, and which files are in it', () => {
    expect(decode([double, taken, { ...taken, filename: 'b.txt', itemid: '66' }])).toEqual({
      kind: 'uploaded',
      itemid: 66,
      files: [
        { filename: 'a.txt', filepath: '/', filesize: 14 },
        { filename: 'b.txt', filepath: '/', filesize: 14 },
      ],
      refused: [{ filename: 'a.txt', errortype: 'filenameexist', message: 'It exists' }],
    });
    expect(decode([double])).toMatchObject({ itemid: null, files: [], refused: [{ filename: 'a.txt' }] });
    expect(decode([])).toEqual({ kind: 'uploaded', itemid: null, files: [], refused: [] });
  });

  it('tells an error', () => {
    const error = { error: 'M', errorcode: 'invalidtoken', stacktrace: null, debuginfo: null, reproductionlink: null };
    expect(decode(error)).toMatchObject({ kind: 'exception', errorcode: 'invalidtoken', message: 'M' });
    expect(decodeUpload(response('<!DOCTYPE html><title>413</title>', { status: 413 })).kind).toBe('html');
    for (const value of [{}, [1], [{}], 'x', null]) expect(decode(value)).toMatchObject({ kind: 'invalid-json' });
  });
});

describe('encodeDownload', () => {
  const encode = (address: string) => {
    const encoded = encodeDownload(address, here, token);
    if (encoded.kind !== 'request') return encoded.kind;
    const written = writeRequest(encoded.request);
    return written.kind === 'written' ? [written.url, written.body] : written.kind;
  };

  it('asks for the file with the token in the body', () => {
    const file = 'https://a.example/m/webservice/pluginfile.php/18/mod_assign/intro/a%20b.txt';
    const body = 'token=0123456789abcdef';
    expect(encode(file)).toEqual([file, body]);
    expect(encode(`${file}?forcedownload=1&token=abc`)).toEqual([`${file}?forcedownload=1`, body]);
    expect(encode(file.replace('/webservice', ''))).toEqual([file, body]);
    const unrewritten = 'https://a.example/m/webservice/pluginfile.php?file=%2F18%2Fx.txt';
    expect(encode(unrewritten)).toEqual([unrewritten, body]);
  });

  it('sends no token where the address has a key of its own', () => {
    const file = 'https://a.example/m/tokenpluginfile.php/k3y/18/mod_assign/intro/a.txt';
    expect(encode(file)).toEqual([file, '']);
  });

  it.each([
    'https://b.example/m/webservice/pluginfile.php/1/a',
    'https://a.example/webservice/pluginfile.php/1/a',
    'https://a.example/m/webservice/pluginfile.php',
    'https://a.example/m/webservice/pluginfile.php?token=x',
    'https://a.example/m/login/index.php',
    'https://a.example/m/webservice/pluginfile.php/../../../x',
    'a.txt',
  ])('refuses %s', (address) => {
    expect(encode(address)).toBe('unsendable');
  });
});

describe('decodeDownload', () => {
  const decode = (body: string, more: Partial<HttpResponse> = {}) =>
    decodeDownload(response(body, { url: 'https://a.example/m/webservice/pluginfile.php/1/x/a%C3%BC.txt', ...more }));
  const file = (name: string, type = 'text/plain; charset=utf-8') => ({
    headers: { 'content-disposition': `inline; filename="${name}"`, 'content-type': type },
  });

  it('gives the bytes of a file, its name and type', () => {
    expect(decode('h\xffi', file('hello.txt'))).toEqual({
      kind: 'file',
      name: 'hello.txt',
      type: 'text/plain',
      content: bytes('h\xffi'),
    });
    expect(decode('', file('empty.txt'))).toMatchObject({ kind: 'file', content: bytes('') });
  });

  it('takes files for files, whatever they hold', () => {
    const error = '{"error":"x","errorcode":"y"}';
    for (const body of [error, '<!DOCTYPE html><title>x</title>', '<?xml version="1.0"?><EXCEPTION class="a">'])
      expect(decode(body, file('a.html', 'text/html'))).toMatchObject({ kind: 'file' });
    for (const body of ['[1]', '%PDF-1.4', '\x00\x01', '<?xml version="1.0"?><a/>'])
      expect(decode(body, { headers: {} })).toMatchObject({ kind: 'file', name: 'aü.txt', type: '' });
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\a.txt', '_.._a.txt'],
    ['C:\\a', 'C__a'],
    ['..', 'file'],
    ['.bashrc', 'bashrc'],
    ['a\x07b', 'a_b'],
    ['h\xc3\xbc.txt', 'hü.txt'],
    ['hü.txt', 'hü.txt'],
    ['日本.txt', '日本.txt'],
    ['', 'aü.txt'],
  ])('calls %j %j', (name, expected) => {
    expect(decode('x', file(name))).toMatchObject({ name: expected });
  });

  it('tells why there is none', () => {
    const error = (errorcode: string) => JSON.stringify({ error: 'M', errorcode, debuginfo: null });
    expect(decode(error('filenotfound'), { status: 404 })).toMatchObject({
      kind: 'exception',
      errorcode: 'filenotfound',
    });
    expect(decode(error('accessexception'))).toMatchObject({ kind: 'exception', errorcode: 'accessexception' });
    expect(decode('<!DOCTYPE html><body id="page-login-index">')).toMatchObject({ kind: 'html', page: 'login' });
    expect(decode('', { status: 303, headers: { location: '/m/login/index.php' } })).toMatchObject({
      kind: 'redirect',
      location: 'https://a.example/m/login/index.php',
    });
    expect(decode('no', { status: 404 })).toMatchObject({ kind: 'http-status', status: 404 });
    expect(decode('')).toEqual({ kind: 'empty', status: 200 });
  });
});
