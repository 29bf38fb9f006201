import { describe, expect, it } from 'vitest';
import { networkFailure } from './networkFailure.ts';

function failure(code: string, name = 'Error') {
  return networkFailure(Object.assign(new Error('secret message'), { name, code }), 'a.example');
}

describe('networkFailure', () => {
  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['UND_ERR_SOCKET', 'reset'],
    ['HPE_INVALID_CONSTANT', 'not-http'],
    ['Z_DATA_ERROR', 'not-http'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['constructor', 'unreachable'],
  ])('%s is %s', (code, kind) => {
    expect(failure(code)).toEqual({ kind, host: 'a.example', code });
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'unknown-issuer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknown-issuer'],
    ['CERT_HAS_EXPIRED', 'expired'],
    ['CERT_NOT_YET_VALID', 'not-yet-valid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'name-mismatch'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'handshake'],
    ['EPROTO', 'handshake'],
  ])('%s is the TLS problem %s', (code, problem) => {
    expect(failure(code)).toEqual({ kind: 'tls', host: 'a.example', code, problem });
  });

  it('looks into causes and into the attempts on several addresses', () => {
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(networkFailure(new TypeError('x', { cause: refused }), 'h')).toMatchObject({ kind: 'refused' });
    expect(networkFailure(new AggregateError([new Error('y'), refused]), 'h')).toMatchObject({ kind: 'refused' });
  });

  it('keeps no message', () => {
    expect(JSON.stringify(failure('EOTHER'))).not.toContain('secret');
    expect(networkFailure('text', 'h')).toEqual({ kind: 'unreachable', host: 'h', code: '' });
  });
});
