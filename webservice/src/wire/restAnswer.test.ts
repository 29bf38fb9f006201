import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { HttpResponse } from './http.ts';
import type { Outcome } from './outcome.ts';
import { decodeRest } from './restAnswer.ts';
import { response } from './wire.testkit.ts';

interface Fixture extends Pick<HttpResponse, 'status' | 'headers' | 'body'> {
  name: string;
  about: string;
}

function fixtures(name: string): Fixture[] {
  return JSON.parse(
    readFileSync(new URL(`../../../test/fixtures/rest/${name}.json`, import.meta.url), 'utf8'),
  ) as Fixture[];
}

function answer(name: string): Outcome {
  const fixture = fixtures('answers').find((each) => each.name === name)!;
  return decodeRest(response(fixture.body, fixture));
}

const errorcodes: Record<string, string> = {
  'rest-err-capability': 'nopermissions',
  'rest-err-invalid-token': 'invalidtoken',
  'rest-err-no-token': 'invalidtoken',
  'rest-err-not-enrolled': 'errorcoursecontextnotvalid',
  'rest-err-not-in-service': 'accessexception',
  'rest-err-record-not-found': 'invalidrecord',
  'rest-err-unknown-function': 'invalidrecord',
  'rest-username': 'accessexception',
};

describe('errors as a real Moodle 4.4 says them', () => {
  it.each(fixtures('errors').map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const outcome = decodeRest(response(fixture.body, fixture));
    const base = name.replace('-debugdeveloper', '').replace('-xml', '');
    expect(outcome).toMatchObject({
      kind: 'exception',
      errorcode: errorcodes[base] ?? 'invalidparameter',
      format: name.includes('-xml') ? 'xml' : 'json',
    });
    if (outcome.kind !== 'exception') return;
    expect(outcome.exceptionClass).toMatch(/^[a-z_]+_exception$/);
    expect(outcome.message).not.toBe('');
    if (fixture.body.includes('debuginfo') || fixture.body.includes('DEBUGINFO'))
      expect(outcome.debuginfo).not.toBeNull();
    else expect(outcome.debuginfo).toBeNull();
  });

  it('keeps the path in debuginfo, also from XML', () => {
    const debuginfo = (name: string) => {
      const fixture = fixtures('errors').find((each) => each.name === name)!;
      const outcome = decodeRest(response(fixture.body, fixture));
      return outcome.kind === 'exception' ? outcome.debuginfo : null;
    };
    expect(debuginfo('rest-err-missing-nested-param-debugdeveloper')).toMatch(/^courses => .*: categoryid$/);
    expect(debuginfo('rest-err-unknown-function-xml-debugdeveloper')).toContain("0 => 'no_such_function'");
  });
});

describe('answers of a real Moodle 4.4', () => {
  it('are values, with their warnings', () => {
    expect(answer('rest-json-multipart')).toMatchObject({
      kind: 'value',
      value: [{ id: 2, shortname: 'c1' }],
      warnings: [],
    });
    expect(answer('site-info')).toMatchObject({ kind: 'value', value: { sitename: 'Ground Truth 4.4' } });
    expect(answer('enc-zero-for-null')).toEqual({ kind: 'value', value: null, warnings: [] });
    expect(answer('setting-lang-de')).toEqual({ kind: 'value', value: 'Kurs', warnings: [] });
    expect(answer('resp-warnings')).toMatchObject({
      kind: 'value',
      warnings: [
        {
          item: 'course',
          itemid: 999,
          warningcode: '2',
          message: 'User is not enrolled or does not have requested capability',
        },
      ],
    });
  });

  it.each([
    'rest-xml-success',
    'rest-format-absent',
    'rest-format-case',
    'rest-format-invalid',
    'rest-returns-null-xml',
  ])('%s is not what was asked for', (name) => {
    expect(answer(name)).toMatchObject({ kind: 'xml' });
  });

  it('show where a redirect leads', () => {
    expect(answer('pluginfile-plain-err')).toEqual({
      kind: 'redirect',
      status: 303,
      location: 'http://127.0.0.1:8844/login/index.php',
    });
  });
});

describe('exceptions', () => {
  it('of Moodle 4.5 and later have a namespace', () => {
    const body = '{"exception":"core\\\\exception\\\\moodle_exception","errorcode":"invalidtoken","message":"x"}';
    expect(decodeRest(response(body))).toMatchObject({ exceptionClass: 'core\\exception\\moodle_exception' });
  });

  it('may lack a code, and may have a debuginfo that is no text', () => {
    expect(decodeRest(response('{"exception":"TypeError","message":"m","debuginfo":["a"]}'))).toEqual({
      kind: 'exception',
      exceptionClass: 'TypeError',
      errorcode: '',
      message: 'm',
      debuginfo: '["a"]',
      format: 'json',
    });
  });

  it('are not every object with a key of that name', () => {
    expect(decodeRest(response('{"exception":true}'))).toMatchObject({ kind: 'value' });
    expect(decodeRest(response('[{"exception":"a","message":"b"}]'))).toMatchObject({ kind: 'value' });
  });
});

describe('answers that are none', () => {
  const page = '<!DOCTYPE html>\n<html><head><title>My &amp;\n site</title></head><body>';

  it.each<[string, Partial<HttpResponse> & { body: string }, object]>([
    ['403 without a body', { status: 403, body: '' }, { kind: 'protocol-disabled' }],
    ['no body', { body: ' \n' }, { kind: 'empty', status: 200 }],
    ['500 without a body', { status: 500, body: '' }, { kind: 'empty', status: 500 }],
    ['a page', { body: page }, { kind: 'html', title: 'My & site', page: 'other', status: 200 }],
    ['the login page', { body: `${page}<input name="logintoken">` }, { kind: 'html', page: 'login' }],
    [
      'maintenance',
      { status: 503, body: `${page}<p id="page-maintenance-message">` },
      { kind: 'html', page: 'maintenance' },
    ],
    ['a piece of HTML', { body: '<p>no</p>', headers: { 'content-type': 'text/html' } }, { kind: 'html', title: '' }],
    ['an error of a proxy', { status: 502, body: '{"message":"x"}' }, { kind: 'http-status', status: 502 }],
    ['a text', { status: 429, body: 'slow down' }, { kind: 'http-status', status: 429, excerpt: 'slow down' }],
    [
      'a relative redirect',
      { status: 302, headers: { location: '/login' }, body: '' },
      { kind: 'redirect', location: 'https://a.example/login' },
    ],
    ['a redirect to nowhere', { status: 301, headers: {}, body: '' }, { kind: 'redirect', location: '' }],
    [
      'XML with a document type',
      { body: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><EXCEPTION class="x">' },
      { kind: 'xml' },
    ],
  ])('%s', (_, { body, ...more }, expected) => {
    expect(decodeRest(response(body, more))).toMatchObject(expected);
  });

  it('find the JSON that something was printed around', () => {
    const outcome = decodeRest(
      response('<br />\n<b>Warning</b>: x in [y.php]\n{"a":[1]}\n-- end', { headers: { 'content-type': 'text/html' } }),
    );
    expect(outcome).toMatchObject({
      kind: 'invalid-json',
      around: { before: '<br />\n<b>Warning</b>: x in [y.php]', after: '-- end' },
    });
    expect(decodeRest(response('\ufeff{"a":1}'))).toMatchObject({ kind: 'invalid-json', around: { before: '' } });
  });

  it.each(['{"a":', '{"a":1}}', 'null null', 'NaN', '{'.repeat(400)])('broken JSON: %.20s', (body) => {
    expect(decodeRest(response(body))).toMatchObject({ kind: 'invalid-json' });
  });

  it('refuse nesting beyond 512 levels without recursion', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(decodeRest(response(nested(512)))).toMatchObject({ kind: 'value' });
    expect(decodeRest(response(nested(513)))).toEqual({ kind: 'too-deep', limit: 512 });
    expect(decodeRest(response('{"a":'.repeat(1_000_000)))).toEqual({ kind: 'too-deep', limit: 512 });
    expect(decodeRest(response(JSON.stringify(`\\"${'['.repeat(1000)}`)))).toMatchObject({ kind: 'value' });
  });

  it('keep keys like __proto__ as plain data', () => {
    const outcome = decodeRest(response('{"__proto__":{"polluted":1}}'));
    expect(JSON.stringify(outcome)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('show at most 500 characters of themselves', () => {
    const outcome = decodeRest(response('x'.repeat(10_000)));
    expect(outcome).toMatchObject({ excerpt: `${'x'.repeat(500)}…` });
  });
});
