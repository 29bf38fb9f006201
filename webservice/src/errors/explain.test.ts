import { describe, expect, it } from 'vitest';
import type { Failure, MoodleException } from '../wire/outcome.ts';
import { explain } from './explain.ts';

function exception(errorcode: string, more: Partial<MoodleException> = {}): MoodleException {
  return {
    kind: 'exception',
    exceptionClass: 'moodle_exception',
    errorcode,
    message: 'Meldung',
    debuginfo: null,
    format: 'json',
    ...more,
  };
}

describe('an exception of Moodle', () => {
  it.each<[string, string | null, string]>([
    ['invalidtoken', null, 'The site does not know this token'],
    ['accessexception', null, 'The site refuses access'],
    ['accessexception', 'Invalid token - token expired - check validuntil time', 'The token has expired'],
    ['accessexception', 'Invalid token - IP:10.0.0.1 is not supported', 'This address may not use the token'],
    [
      'accessexception',
      'You are not allowed to use the REST protocol (missing capability: webservice/rest:use)',
      'The user may not use REST',
    ],
    [
      'accessexception',
      'Access to the function core_x() is not allowed.\r\n 3. The service is IP-restricted',
      'The token does not give access to this function',
    ],
    ['invalidrecord', 'SELECT * FROM {external_functions} WHERE name = ?', 'The site has no function of this name'],
    ['invalidrecord', 'SELECT * FROM {course} WHERE id = ?', 'Something that the call names does not exist'],
    [
      'invalidparameter',
      'courses => x: Missing required key in single structure: id',
      'A required parameter is missing',
    ],
    [
      'invalidparameter',
      'Unexpected keys (bogus) detected in parameter array.',
      'The function does not know a parameter',
    ],
    [
      'invalidparameter',
      'a => the value is "abc", the server was expecting "int" type',
      'A value does not fit its type',
    ],
    ['invalidparameter', null, 'The arguments do not fit the function'],
    ['constructor', null, 'The site answered with the error constructor'],
  ])('%s %s', (errorcode, debuginfo, title) => {
    expect(explain(exception(errorcode, { debuginfo }))).toMatchObject({ code: errorcode, title });
  });

  it.each<[string, string, string]>([
    ['MOODLE:error', 'The site refuses the call before it looks for the function', 'token, user or service'],
    ['SOAP-ENV:Server', 'The SOAP server of PHP refuses the call', 'arguments'],
  ])('of SOAP may have no code: %s', (exceptionClass, title, name) => {
    const fault = exception('', { exceptionClass, format: 'soap' });
    expect(explain(fault)).toMatchObject({ code: exceptionClass, title, stage: { name } });
    expect(explain({ ...fault, errorcode: 'invaliduser' }).title).toBe('There is no such user');
  });

  it('is plain data', () => {
    const keys = ['code', 'title', 'cause', 'cure', 'stage', 'detail'];
    expect(Object.keys(explain(exception('accessexception', { debuginfo: 'token expired' })))).toEqual(keys);
    expect(Object.keys(explain(exception('unheardof')))).toEqual(keys);
  });

  it('names a table in every language', () => {
    const message = 'Datensatz kann nicht in der Datenbanktabelle external_functions gefunden werden.';
    expect(explain(exception('invalidrecord', { message })).title).toBe('The site has no function of this name');
  });

  it('may be one of PHP, with or without a namespace', () => {
    expect(explain(exception('', { exceptionClass: 'core\\exception\\odd' }))).toMatchObject({
      code: 'odd',
      title: 'The code of the site failed with odd',
    });
  });

  it('keeps what the site said, once', () => {
    expect(explain(exception('x', { debuginfo: 'path => bad' })).detail).toBe('Meldung\npath => bad');
    expect(explain(exception('x', { message: 'Meldung (path)', debuginfo: 'path' })).detail).toBe('Meldung (path)');
  });
});

describe('any other failure', () => {
  const host = 'a.example';
  const failures: Failure[] = [
    { kind: 'unsendable', reason: 'empty-list', path: 'ids' },
    { kind: 'unsendable', reason: 'null', path: '' },
    { kind: 'wrong-site', wwwroot: 'https://a.example', url: 'https://b.example' },
    { kind: 'no-token' },
    { kind: 'invalid-url', url: 'x' },
    { kind: 'dns', host, code: 'ENOTFOUND' },
    { kind: 'refused', host, code: 'ECONNREFUSED' },
    { kind: 'unreachable', host, code: 'ENETUNREACH' },
    { kind: 'reset', host, code: 'ECONNRESET' },
    { kind: 'tls', host, code: 'CERT_HAS_EXPIRED', problem: 'expired' },
    { kind: 'not-http', host, code: 'HPE_INVALID_CONSTANT' },
    { kind: 'timeout', timeoutMs: 30_000 },
    { kind: 'too-large', maxBytes: 20_000_000 },
    { kind: 'cancelled' },
    { kind: 'redirect', status: 303, location: 'https://a.example/login' },
    { kind: 'protocol-disabled' },
    { kind: 'http-status', status: 502, excerpt: 'bad' },
    { kind: 'html', status: 404, title: 'Not found', page: 'other', excerpt: '<html>' },
    { kind: 'html', status: 200, title: '', page: 'login', excerpt: '<html>' },
    { kind: 'xml', excerpt: '<RESPONSE>' },
    { kind: 'empty', status: 500 },
    { kind: 'no-session' },
    { kind: 'unsendable', reason: 'file-address', path: '' },
    ...(['wsdl', 'doctype', 'malformed', 'other'] as const).map(
      (reason) => ({ kind: 'invalid-soap', reason, excerpt: '<a/>' }) as const,
    ),
    { kind: 'invalid-json', around: null, excerpt: '{' },
    { kind: 'invalid-json', around: { before: 'Notice', after: '' }, excerpt: 'Notice{}' },
    { kind: 'too-deep', limit: 512 },
  ];

  it.each(failures.map((failure) => [failure.kind, failure] as const))(
    '%s has a title, a cause and a cure',
    (_, failure) => {
      const { code, title, cause, cure } = explain(failure);
      expect(code).toBe(failure.kind);
      expect(title).toMatch(/^\S[^%]+[^.%]$/);
      expect(cause).toMatch(/\.$/);
      expect(cure).toMatch(/\.$/);
    },
  );

  it('says what it is about', () => {
    const titles = failures.map((failure) => explain(failure).title);
    expect(titles).toContain('REST cannot send an empty list: ids');
    expect(titles).toContain('The certificate of a.example has expired');
    expect(titles).toContain('No complete answer within 30 seconds');
    expect(titles).toContain('The answer is larger than 20 MB');
    expect(titles).toContain('The site answered with a page: Not found');
    expect(explain({ kind: 'invalid-json', around: { before: 'Notice', after: 'x' }, excerpt: '' }).detail).toBe(
      'Notice\n…\nx',
    );
  });
});
