import { expect, it } from 'vitest';
import type { Failure } from '../wire/outcome.ts';
import { stageOf } from './stage.ts';

const exception = (errorcode: string, debuginfo: string | null = null, message = 'Meldung'): Failure => ({
  kind: 'exception',
  exceptionClass: 'moodle_exception',
  errorcode,
  message,
  debuginfo,
  format: 'json',
});

it.each<[Failure, string]>([
  [{ kind: 'no-token' }, 'making the request'],
  [{ kind: 'timeout', timeoutMs: 1 }, 'connecting'],
  [{ kind: 'protocol-disabled' }, 'protocol'],
  [exception('invalidtoken'), 'token'],
  [exception('accessexception', 'Invalid token - token expired'), 'token'],
  [exception('accessexception', 'missing capability: webservice/rest:use'), 'permission to use REST'],
  [exception('accessexception', 'Access to the function core_x() is not allowed.'), 'service of the token'],
  [exception('accessexception'), 'token, user or service'],
  [exception('servicerequireslogin'), 'session'],
  [exception('missingparam', null, 'Parameter (sesskey) fehlt'), 'session'],
  [exception('missingparam', null, 'Parameter (token) fehlt'), 'token'],
  [exception('missingparam', null, 'Parameter (id) fehlt'), 'the function itself'],
  [exception('servicenotavailable'), 'service, or use by AJAX'],
  [{ kind: 'invalid-soap', reason: 'wsdl', excerpt: '' }, 'protocol'],
  [exception('wsaccessusersuspended'), 'state of the user'],
  [exception('invalidrecord', null, 'Tabelle external_functions'), 'finding the function'],
  [exception('codingerror', 'Cannot find external class x'), 'class of the function'],
  [exception('invalidparameter', 'id => Invalid parameter value detected'), 'arguments'],
  [exception('invalidresponse'), 'return value'],
  [exception('invalidrecord', 'SELECT * FROM {course}'), 'the function itself'],
  [exception('codingerror', 'Something else'), 'the function itself'],
  [exception('heardofbynobody'), 'the function itself'],
])('%j fails at: %s', (failure, name) => {
  expect(stageOf(failure).name).toBe(name);
});

it('says which places of the function are worth a look, and only those', () => {
  expect(stageOf(exception('invalidtoken')).places).toEqual([]);
  expect(stageOf(exception('codingerror', 'Missing implementation method x')).places).toEqual([
    'declaration',
    'implementation',
  ]);
});
