import { Client } from 'undici';
import type { HttpRequest, HttpResponse } from '../wire/http.ts';
import type { TransportFailure, WrongSite } from '../wire/outcome.ts';
import { redact } from '../wire/secret.ts';
import { secretsOf, writeRequest } from '../wire/writeRequest.ts';
import { readBody } from './body.ts';
import { openConnector } from './connector.ts';
import { networkFailure } from './networkFailure.ts';

export interface SendOptions {
  /** For everything from the first packet to the last byte. */
  timeoutMs?: number;
  /** Aborting it closes the connection and answers `cancelled`. */
  signal?: AbortSignal;
  /** Of the decompressed body. */
  maxBytes?: number;
}

const defaultTimeoutMs = 30_000;
const defaultMaxBytes = 20_000_000;
/** Longer timers fire at once. */
const maxTimer = 2 ** 31 - 1;

/**
 * Sends one request over a connection of its own and reads the whole answer. Never throws, never follows a redirect (the
 * token is in the body, and HTTP clients send a body on to another origin), and has closed every socket when it settles.
 * Where the text or a header of the answer repeats a secret of the request, it has `[secret]` in its place.
 *
 * The deadline is one timer of our own: undici's time-outs start again with every byte of an answer that drips.
 */
export async function send(
  request: HttpRequest,
  { timeoutMs = defaultTimeoutMs, signal, maxBytes = defaultMaxBytes }: SendOptions = {},
): Promise<{ kind: 'response'; response: HttpResponse } | TransportFailure | WrongSite> {
  const isHttp = URL.canParse(request.url) && /^https?:$/.test(new URL(request.url).protocol);
  if (!isHttp) return { kind: 'invalid-url', url: request.url };
  if (signal?.aborted === true) return { kind: 'cancelled' };
  const written = writeRequest(request);
  if (written.kind !== 'written') return written;
  const url = new URL(written.url);

  const connector = openConnector();
  const client = new Client(url.origin, {
    connect: connector.connect,
    headersTimeout: 0,
    bodyTimeout: 0,
    pipelining: 0,
  });
  // Aborted with the failure itself, so that whatever ends the exchange first is what is reported.
  const ending = new AbortController();
  const end = (failure: TransportFailure) => {
    ending.abort(failure);
    // A signal given to undici is not looked at while it connects; destroying the client ends it in any state.
    connector.close();
    void client.destroy(new Error('ended'));
  };
  const cancel = () => {
    end({ kind: 'cancelled' });
  };
  const deadline = setTimeout(end, Math.min(timeoutMs, maxTimer), { kind: 'timeout', timeoutMs });
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    const answer = await client.request({
      method: request.method,
      path: url.pathname + url.search,
      headers: { 'user-agent': 'moodle-ws', 'accept-encoding': 'gzip, deflate, br', ...written.headers },
      body: written.body,
    });
    const headers = flat(answer.headers);
    // The text of a redirect says nothing that its target does not; it is discarded with the connection.
    const redirected = answer.statusCode >= 300 && answer.statusCode < 400;
    if (redirected) answer.body.on('error', ignore);
    const read = redirected
      ? { content: new Uint8Array() }
      : await readBody(answer.body, headers['content-encoding'] ?? '', {
          host: url.host,
          signal: ending.signal,
          maxBytes,
        });
    if ('kind' in read) return read;
    const secrets = secretsOf(request);
    const shown = Object.entries(headers).map(([name, value]) => [name, redact(value, secrets)]);
    const response = {
      status: answer.statusCode,
      headers: Object.fromEntries(shown) as Record<string, string>,
      // A byte-order mark stays: it is a fault of the site that its owner should see.
      body: redact(new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.content), secrets),
      content: read.content,
      url: request.url,
    };
    return { kind: 'response', response };
  } catch (error) {
    return ending.signal.aborted ? (ending.signal.reason as TransportFailure) : networkFailure(error, url.host);
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', cancel);
    connector.close();
    await client.destroy();
  }
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function ignore(): void {
  // A stream without a listener for errors ends the process.
}
