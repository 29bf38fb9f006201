import { describe, expect, it } from 'vitest';
import { base64 } from './globals.ts';
import { writeRequest } from './writeRequest.ts';
import { Secret } from './secret.ts';
import { decodeToken, encodeTokenRequest, parsePastedToken } from './token.ts';
import { response, site } from './wire.testkit.ts';

const here = site('https://a.example/m');
const hex = '0123456789abcdef0123456789abcdef';
const below = 'https://a.example/m/webservice/rest/server.php';

describe('encodeTokenRequest', () => {
  const credentials = { username: 'jane', password: new Secret('p&w 1', here), service: 'moodle_mobile_app' };

  it('posts the password in the body, and shows it nowhere else', () => {
    const encoded = encodeTokenRequest(credentials, here);
    if (encoded.kind !== 'request') throw new Error(encoded.kind);
    expect(encoded.request.url).toBe('https://a.example/m/login/token.php');
    expect(JSON.stringify(encoded)).not.toContain('p&w');
    expect(writeRequest(encoded.request)).toMatchObject({
      kind: 'written',
      body: 'username=jane&password=p%26w+1&service=moodle_mobile_app',
    });
  });

  it('refuses the password of another site', () => {
    expect(encodeTokenRequest(credentials, site('https://b.example')).kind).toBe('wrong-site');
  });
});

describe('decodeToken', () => {
  const decode = (body: string, more = {}) => decodeToken(response(body, more), here);

  it('keeps the tokens as secrets of the site', () => {
    const outcome = decode(`{"token":"${hex}","privatetoken":"${hex}x"}`);
    if (outcome.kind !== 'token') throw new Error(outcome.kind);
    expect(JSON.stringify(outcome)).not.toContain(hex);
    expect([outcome.token.reveal(below), outcome.privatetoken?.reveal(below)]).toEqual([hex, `${hex}x`]);
    expect(decode(`{"token":"${hex}","privatetoken":null}`)).toMatchObject({ kind: 'token', privatetoken: null });
  });

  it('reads errors in their own shape', () => {
    const body = {
      error: 'Invalid login, please try again',
      errorcode: 'invalidlogin',
      stacktrace: null,
      debuginfo: null,
      reproductionlink: null,
    };
    expect(decode(JSON.stringify(body))).toEqual({
      kind: 'exception',
      exceptionClass: '',
      errorcode: 'invalidlogin',
      message: 'Invalid login, please try again',
      debuginfo: null,
      format: 'json',
    });
    expect(decode(JSON.stringify({ ...body, debuginfo: '\nError code: invalidlogin' }))).toMatchObject({
      debuginfo: 'Error code: invalidlogin',
    });
  });

  it('tells what is no answer of token.php', () => {
    expect(decode('<!DOCTYPE html><title>x</title>').kind).toBe('html');
    expect(decode('', { status: 302, headers: { location: '/x' } }).kind).toBe('redirect');
    expect(decode('').kind).toBe('empty');
    for (const body of ['[]', 'null', '{"token":""}', '{"token":5}', '{}'])
      expect(decode(body).kind).toBe('invalid-json');
  });
});

describe('parsePastedToken', () => {
  const parse = (text: string) => {
    const parsed = parsePastedToken(text, here);
    if (parsed.kind !== 'token') return parsed.reason;
    return [parsed.token.reveal(below), parsed.privatetoken?.reveal(below) ?? null];
  };

  it('takes a token, and the link of the app', () => {
    expect(parse(` ${hex}\n`)).toEqual([hex, null]);
    expect(parse(`moodlemobile://token=${base64(`siteid:::${hex}`)}`)).toEqual([hex, null]);
    expect(parse(`myapp.org://token=${base64(`siteid:::${hex}:::${hex}z`)}`)).toEqual([hex, `${hex}z`]);
    expect(parse(`MoodleMobile://token=${base64(`s:::${hex}`).replaceAll('=', '%3D')}`)).toEqual([hex, null]);
  });

  it.each([
    '',
    '  ',
    'abc',
    `${hex} ${hex}`,
    'https://a.example/?token=x',
    'moodlemobile://token=',
    'moodlemobile://token=%%%',
    `moodlemobile://token=${base64(hex)}`,
    `moodlemobile://token=${base64(`a:::${hex}:::`)}`,
  ])('refuses "%s" without repeating it', (text) => {
    expect(parse(text)).toMatch(/^(empty|malformed)$/);
    const parsed = parsePastedToken(text, here);
    if (text.length > 25) expect(JSON.stringify(parsed)).not.toContain(text);
  });
});
