import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { MockFunctions } from '../mock/site.ts';
import { startMockServer } from './mockServer.ts';
import type { MockServer, MockServerOptions } from './mockServer.ts';

const none: MockFunctions = {
  names: () => Promise.resolve([]),
  find: () => Promise.resolve(null),
};
const running: MockServer[] = [];

afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

async function start(options: Partial<MockServerOptions> = {}): Promise<MockServer> {
  const started = await startMockServer({ functions: none, ...options });
  if (started.kind !== 'started') throw new Error(started.kind);
  running.push(started.server);
  return started.server;
}

interface Sent {
  path?: string;
  host?: string;
  method?: string;
  body?: string;
}

function ask({ wwwroot }: MockServer, { path = '/', host, method = 'GET', body = '' }: Sent): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = { ...(host === undefined ? {} : { host }), 'content-type': 'application/x-www-form-urlencoded' };
    httpRequest(wwwroot + path, { method, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', (error: NodeJS.ErrnoException) => {
        resolve(error.code ?? 'error');
      })
      .end(body);
  });
}

describe('a mock server', () => {
  it('listens on this machine only, with new secrets at each start', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.wwwroot).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const secrets = [one, two].flatMap(({ token, password, session, sesskey }) => [token, password, session, sesskey]);
    expect(new Set(secrets).size).toBe(8);
    expect(one.token).toMatch(/^[0-9a-f]{32}$/);
  });

  it('refuses requests under another name', async () => {
    const server = await start();
    const { port } = new URL(server.wwwroot);
    expect(await ask(server, {})).toBe(200);
    expect(await ask(server, { host: `localhost:${port}` })).toBe(200);
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1:${port}.evil.example`])
      expect(await ask(server, { host }), host).toBe(403);
  });

  it('serves no file', async () => {
    const server = await start();
    for (const path of [
      '/package.json',
      '/../package.json',
      '/%2e%2e/package.json',
      '/webservice/rest/',
      '//etc/passwd',
    ])
      expect(await ask(server, { path }), path).toBe(404);
  });

  it('refuses a body that is too large, told or not', async () => {
    const server = await start();
    const path = '/webservice/rest/server.php';
    expect(await ask(server, { path, method: 'POST', body: 'x'.repeat(8_000_001) })).toBeOneOf([
      413,
      'EPIPE',
      'ECONNRESET',
    ]);
    expect(await ask(server, { path, method: 'POST', body: 'x'.repeat(100_000) })).toBe(200);
    const { port } = new URL(server.wwwroot);
    const chunked = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nTransfer-Encoding: chunked\r\n\r\n`);
        const chunk = `100000\r\n${'x'.repeat(0x100000)}\r\n`;
        for (let i = 0; i < 9; i++) socket.write(chunk);
      });
      socket.on('data', (data) => (text += data.toString())).on('error', () => undefined);
      socket.on('close', () => {
        resolve(text);
      });
    });
    expect(chunked === '' || chunked.startsWith('HTTP/1.1 413')).toBe(true);
  });

  it('tells a bug without detail, and goes on', async () => {
    const told: unknown[] = [];
    const server = await start({
      functions: { ...none, find: () => Promise.reject(new Error('a secret path')) },
      failed: (error) => told.push(error),
    });
    const path = `/webservice/rest/server.php?wstoken=${server.token}&wsfunction=a`;
    expect(await ask(server, { path })).toBe(500);
    expect(told).toHaveLength(1);
    expect(await ask(server, {})).toBe(200);
  });

  it('says when the port is taken or not allowed', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(await startMockServer({ functions: none, port })).toEqual({ kind: 'port-in-use', port });
    other.close();
  });

  it('closes with connections that are open', async () => {
    const server = await start();
    const { port } = new URL(server.wwwroot);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.on('error', () => undefined).once('close', resolve));
    await server.close();
    await closed;
    expect(await ask(server, {})).toBe('ECONNREFUSED');
  });
});
