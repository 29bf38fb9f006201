import type { TlsProblem, TransportFailure } from '../wire/outcome.ts';

type Kind = 'dns' | 'refused' | 'unreachable' | 'reset' | 'not-http';

const kinds: Readonly<Record<string, Kind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  HPE_INVALID_EOF_STATE: 'reset',
  // The connection ended before the announced length.
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'reset',
  UND_ERR_HEADERS_OVERFLOW: 'not-http',
};

/** Codes of OpenSSL (crypto/x509) and of Node's tls module. */
const problems: Readonly<Record<string, TlsProblem>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name-mismatch',
  HOSTNAME_MISMATCH: 'name-mismatch',
  CERT_REVOKED: 'revoked',
  EPROTO: 'handshake',
};

/**
 * What an error of Node or undici means. Only its code is kept: messages may hold addresses, headers and more.
 *
 * @param host name and port, to be shown
 */
export function networkFailure(error: unknown, host: string): TransportFailure {
  const codes = codesOf(error, 0);
  const code = codes[0] ?? '';
  for (const each of codes) {
    const problem = Object.hasOwn(problems, each) ? problems[each] : tlsProblem(each);
    if (problem !== undefined) return { kind: 'tls', host, code: each, problem };
    const kind = Object.hasOwn(kinds, each)
      ? kinds[each]
      : /^(HPE_|Z_|ERR__ERROR_FORMAT|ERR_BROTLI)/.test(each)
        ? 'not-http'
        : undefined;
    if (kind !== undefined) return { kind, host, code: each };
  }
  return { kind: 'unreachable', host, code };
}

function tlsProblem(code: string): TlsProblem | undefined {
  return /^(ERR_SSL_|ERR_TLS_|CERT_|UNABLE_TO_)/.test(code) ? 'handshake' : undefined;
}

/** The codes of an error, of its causes and of the attempts that an AggregateError (one per address) holds. */
function codesOf(error: unknown, depth: number): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [...ownCode(error), ...[error.cause, ...inner].flatMap((each) => codesOf(each, depth + 1))];
}

function ownCode(error: Error & { code?: unknown; data?: unknown }): string[] {
  if (typeof error.code === 'string') return [error.code];
  // undici's parser says no code here; without data it was the end of the connection that did not parse.
  if (error.name === 'HTTPParserError') return [error.data === '' ? 'HPE_INVALID_EOF_STATE' : 'HPE_INVALID'];
  return [];
}
