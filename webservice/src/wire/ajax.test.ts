import { describe, expect, it } from 'vitest';
import type { Json } from '../schema/node.ts';
import { decodeAjax, encodeAjax } from './ajax.ts';
import { Secret } from './secret.ts';
import { response, site } from './wire.testkit.ts';
import { writeRequest } from './writeRequest.ts';

const here = site('https://a.example/m');
const session = { cookie: new Secret('MoodleSession=c00kie', here), sesskey: new Secret('s3ss+key', here) };
const call = (args: Json = { id: 1 }, name = 'core_x') => ({ function: name, args });

describe('encodeAjax', () => {
  it('sends several calls in one request of a session, whose secrets show nowhere', () => {
    const encoded = encodeAjax([call(), call({ list: [], none: null, yes: true }, 'core_y')], here, session);
    if (encoded.kind !== 'request') throw new Error(encoded.kind);
    expect(JSON.stringify(encoded)).not.toMatch(/c00kie|s3ss/);
    const written = writeRequest(encoded.request);
    expect(written).toMatchObject({
      url: 'https://a.example/m/lib/ajax/service.php?sesskey=s3ss%2Bkey',
      headers: { cookie: 'MoodleSession=c00kie', 'content-type': 'application/json' },
    });
    expect(written.kind === 'written' && JSON.parse(String(written.body))).toEqual([
      { index: 0, methodname: 'core_x', args: { id: 1 } },
      { index: 1, methodname: 'core_y', args: { list: [], none: null, yes: true } },
    ]);
  });

  it('needs no session for functions that need no login', () => {
    expect(encodeAjax([call()], here, null)).toMatchObject({
      kind: 'request',
      request: {
        url: 'https://a.example/m/lib/ajax/service-nologin.php',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
      },
    });
  });

  it.each<[Json, object]>([
    [[], { reason: 'not-an-object' }],
    [{ a: { b: 2 ** 60 } }, { reason: 'unsafe-number', path: 'a[b]' }],
    [{ a: ['\ud800'] }, { reason: 'broken-text', path: 'a[0]' }],
    [{ a: { '\udc00': 1 } }, { reason: 'key' }],
    [JSON.parse('{"a":'.repeat(70) + '1' + '}'.repeat(70)) as Json, { reason: 'too-deep' }],
  ])('refuses %j', (args, expected) => {
    expect(encodeAjax([call(), call(args)], here, null)).toMatchObject({ kind: 'unsendable', ...expected });
  });

  it('refuses a name that is none, half a session, and the session of another site', () => {
    expect(encodeAjax([call({}, 'a b')], here, null)).toMatchObject({ reason: 'function-name' });
    expect(encodeAjax([call()], here, { ...session, sesskey: new Secret(' ', here) })).toEqual({ kind: 'no-session' });
    expect(encodeAjax([call()], site('https://b.example'), session)).toMatchObject({ kind: 'wrong-site' });
  });
});

describe('decodeAjax', () => {
  const decode = (value: unknown, count: number) => decodeAjax(response(JSON.stringify(value)), count);
  const value = (data: Json) => ({ kind: 'value', value: data, warnings: [] });
  const error = (errorcode: string, more = {}) => ({
    error: true,
    exception: {
      message: 'M',
      errorcode,
      link: 'https://a.example/',
      moreinfourl: 'https://docs.moodle.org/x',
      ...more,
    },
  });
  const exception = (errorcode: string, debuginfo: string | null = null) => ({
    kind: 'exception',
    exceptionClass: '',
    errorcode,
    message: 'M',
    debuginfo,
    format: 'json',
  });

  it('gives each call its data, null too', () => {
    expect(
      decode(
        [
          { error: false, data: [1] },
          { error: false, data: null },
        ],
        2,
      ),
    ).toEqual({
      kind: 'answers',
      answers: [value([1]), value(null)],
    });
    expect(decode([], 0)).toEqual({ kind: 'answers', answers: [] });
  });

  it('keeps the warnings of an answer', () => {
    const data = { warnings: [{ item: 'course', itemid: 9, warningcode: '1', message: 'no' }] };
    expect(decode([{ error: false, data }], 1)).toMatchObject({ answers: [{ warnings: data.warnings }] });
  });

  it('marks the calls behind an error as not run', () => {
    const failed = error('invaliduser', { debuginfo: 'SELECT\nError code: invaliduser', backtrace: '* line 1' });
    expect(decode([{ error: false, data: 1 }, failed], 4)).toEqual({
      kind: 'answers',
      answers: [
        value(1),
        exception('invaliduser', 'SELECT\nError code: invaliduser'),
        { kind: 'not-run' },
        { kind: 'not-run' },
      ],
    });
  });

  it('has the calls behind an error where nobody is logged in', () => {
    expect(decode([error('x'), { error: false, data: 2 }], 2)).toEqual({
      kind: 'answers',
      answers: [exception('x'), value(2)],
    });
  });

  it('reads answers by index where PHP made an object of the list', () => {
    expect(decode({ 1: { error: false, data: 'b' }, 0: { error: false, data: 'a' } }, 2)).toMatchObject({
      answers: [{ value: 'a' }, { value: 'b' }],
    });
  });

  it('tells the one error that replaces all answers', () => {
    const fatal = { error: 'M', errorcode: 'invalidrecord', stacktrace: null, debuginfo: null, reproductionlink: null };
    expect(decode(fatal, 3)).toEqual(exception('invalidrecord'));
    expect(decode({ ...fatal, debuginfo: '\nError code: x' }, 1)).toMatchObject({ debuginfo: 'Error code: x' });
  });

  it.each<[string, unknown]>([
    ['too few', []],
    ['a text', 'x'],
    ['null', null],
    ['an entry without data', [{ error: false }]],
    ['an error without exception', [{ error: true }]],
    ['another entry', [1]],
    ['data of another', { data: 1 }],
  ])('does not take %s for answers', (_, answer) => {
    expect(decode(answer, 1)).toMatchObject({ kind: 'invalid-json', around: null });
  });

  it('tells a login page, a redirect and nothing', () => {
    const page = '<!DOCTYPE html><title>Log in</title><body id="page-login-index">';
    expect(decodeAjax(response(page), 1)).toMatchObject({ kind: 'html', page: 'login' });
    expect(decodeAjax(response('', { status: 303, headers: { location: '/login' } }), 1)).toMatchObject({
      kind: 'redirect',
    });
    expect(decodeAjax(response(''), 1)).toEqual({ kind: 'empty', status: 200 });
  });
});
