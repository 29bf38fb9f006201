import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerMock } from '../mock/answer.ts';
import type { DebugLevel } from '../mock/failure.ts';
import type { MockResponse } from '../mock/http.ts';
import { mockUser } from '../mock/site.ts';
import type { MockAccess, MockFunctions } from '../mock/site.ts';

export interface MockServerOptions {
  functions: MockFunctions;
  /** 0, or nothing, for any free port. */
  port?: number;
  debug?: DebugLevel;
  /** Told of a bug in answering; the request is answered with status 500 and no detail. */
  failed?: (error: unknown) => void;
}

/** A mock site that is listening. Token, password and session are random: new at each start, known only to who started it. */
export interface MockServer extends MockAccess {
  username: string;
  /** Ends it: no connection and no handle stays. */
  close(): Promise<void>;
}

export type StartedMock =
  { kind: 'started'; server: MockServer } | { kind: 'port-in-use'; port: number } | { kind: 'failed'; code: string };

const address = '127.0.0.1';
/** What PHP takes by default as a whole POST (`post_max_size`) is 8 MB. */
const maxBody = 8_000_000;
const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;

/**
 * Starts a mock site on this machine only. A page in a browser cannot use it: it lacks the token, and a request under
 * another name than 127.0.0.1 or localhost (DNS rebinding) is refused. Rejects for no expected failure.
 */
export async function startMockServer({
  functions,
  port = 0,
  debug = 'developer',
  failed,
}: MockServerOptions): Promise<StartedMock> {
  const secret = () => randomBytes(16).toString('hex');
  const site = { functions, wwwroot: '', token: secret(), password: secret(), session: secret(), sesskey: '', debug };
  site.sesskey = secret().slice(0, 10);
  const server = createServer({ headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { port: bound } = server.address() as AddressInfo;
    if (![`${address}:${bound}`, `localhost:${bound}`].includes(request.headers.host ?? '')) {
      refuse(request, response, 403, 'This host is not served.');
      return;
    }
    readBody(request)
      .then(async (body) => {
        if (body === null) {
          refuse(request, response, 413, 'The request is too large.');
          return;
        }
        const { method = '', url: target = '' } = request;
        const headers = Object.fromEntries(
          Object.entries(request.headers).map(([name, value]) => [
            name,
            Array.isArray(value) ? value.join(', ') : value,
          ]),
        );
        write(response, await answerMock(site, { method, target, headers, body }));
      })
      .catch((error: unknown) => {
        // The client went away: there is nobody to answer.
        if (request.socket.destroyed) return;
        failed?.(error);
        refuse(request, response, 500, 'The mock site failed.');
      });
  });

  const listening = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    server.once('error', resolve);
    server.listen(port, address, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
  if (listening !== null) {
    const code = listening.code ?? '';
    return code === 'EADDRINUSE' ? { kind: 'port-in-use', port } : { kind: 'failed', code };
  }
  site.wwwroot = `http://${address}:${(server.address() as AddressInfo).port}`;
  const { wwwroot, token, password, session, sesskey } = site;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  return { kind: 'started', server: { wwwroot, token, username: mockUser, password, session, sesskey, close } };
}

/** The bytes of a body as latin-1 text; null when it is too large. Rejects when the connection breaks. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBody) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes).toString('latin1');
}

function write(response: ServerResponse, { status, headers, body }: MockResponse): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** Answers with a plain text and ends the connection: what is still being sent is not read. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  }
  response.end(`${text}\n`, () => request.destroy());
}
