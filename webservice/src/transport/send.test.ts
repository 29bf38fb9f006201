import { readFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer } from 'node:net';
import { gzipSync, deflateSync, brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../wire/http.ts';
import { Secret } from '../wire/secret.ts';
import { site } from '../wire/wire.testkit.ts';
import { send } from './send.ts';
import type { SendOptions } from './send.ts';
import { listen, listenHttp, until } from './server.testkit.ts';

function request(url: string): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'text/plain' },
    body: { kind: 'form', fields: [['a', 'ü 1']] },
  };
}

function post(port: number, options: SendOptions = {}) {
  return send(request(`http://127.0.0.1:${port}/x.php?y=1`), { timeoutMs: 5000, ...options });
}

/** The TCP connections and timers that this process has open. */
function resources(): number {
  return process.getActiveResourcesInfo().filter((name) => /TCPSocket|TLS|TCPConnect/.test(name)).length;
}

describe('an answer', () => {
  it('comes with status, headers, text and size', async () => {
    const seen: string[] = [];
    const { port, sockets } = await listenHttp((message, answer) => {
      message.setEncoding('utf8').on('data', (chunk: string) => seen.push(chunk));
      message.on('end', () => {
        seen.push(`${message.method ?? ''} ${message.url ?? ''} ${message.headers['user-agent'] ?? ''}`);
        answer.setHeader('X-Twice', ['a', 'b']).writeHead(200, { 'Content-Type': 'application/json' }).end('{"ü":1}');
      });
    });
    expect(await post(port)).toMatchObject({
      kind: 'response',
      response: {
        status: 200,
        headers: { 'content-type': 'application/json', 'x-twice': 'a, b' },
        body: '{"ü":1}',
        content: Buffer.from('{"ü":1}'),
        url: `http://127.0.0.1:${port}/x.php?y=1`,
      },
    });
    expect(seen).toEqual(['a=%C3%BC+1', 'POST /x.php?y=1 moodle-ws']);
    await until(() => sockets.size === 0);
  });

  it('shows no secret of the address, the headers or a part of the form, but keeps the bytes', async () => {
    let seen = '';
    const { port } = await listenHttp((message, answer) => {
      seen = `${message.url ?? ''} ${message.headers.cookie ?? ''} `;
      message.setEncoding('latin1').on('data', (chunk: string) => (seen += chunk));
      message.on('end', () => answer.setHeader('x-echo', seen.slice(0, 30)).end(seen));
    });
    const here = site(`http://127.0.0.1:${port}`);
    const secret = (text: string) => new Secret(text, here);
    const sent = await send({
      method: 'POST',
      url: `${here}/x.php`,
      query: [['sesskey', secret('qqqqqq')]],
      headers: { cookie: secret('cccccc') },
      body: {
        kind: 'multipart',
        boundary: 'bnd',
        fields: [['token', secret('tttttt')]],
        files: [{ field: 'f', filename: 'a', content: Uint8Array.of(0, 255) }],
      },
    });
    expect(seen).toMatch(/^\/x\.php\?sesskey=qqqqqq cccccc --bnd[^]*tttttt[^]*\r\n\r\n\0\xff\r\n--bnd--\r\n$/);
    if (sent.kind !== 'response') throw new Error(sent.kind);
    const { body, headers, content } = sent.response;
    expect(JSON.stringify([body, headers])).not.toMatch(/qqq|ccc|ttt/);
    expect(Buffer.from(content).toString()).toBe(seen);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('may be compressed with %s', async (encoding, compress) => {
    const { port } = await listenHttp((_, answer) => {
      answer.writeHead(200, { 'content-encoding': encoding }).end(compress('x'.repeat(100_000)));
    });
    expect(await post(port)).toMatchObject({ response: { body: 'x'.repeat(100_000) } });
  });

  it('keeps its byte-order mark, and bears bytes that are not UTF-8', async () => {
    const { port } = await listenHttp((_, answer) => answer.end(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff])));
    expect(await post(port)).toMatchObject({ response: { body: '\ufeffa\ufffd', content: { length: 5 } } });
  });

  it.each([301, 302, 303, 307, 308])('with status %i is not followed', async (status) => {
    let requests = 0;
    const { port, sockets } = await listenHttp((_, answer) => {
      requests++;
      answer.writeHead(status, { location: '/elsewhere' }).write('x'.repeat(100_000));
    });
    expect(await post(port)).toMatchObject({ response: { status, headers: { location: '/elsewhere' }, body: '' } });
    await until(() => sockets.size === 0);
    expect(requests).toBe(1);
  });
});

describe('a failure', () => {
  it('is the deadline, for a server that never answers', async () => {
    const { port, sockets } = await listenHttp(() => undefined);
    expect(await post(port, { timeoutMs: 50 })).toEqual({ kind: 'timeout', timeoutMs: 50 });
    await until(() => sockets.size === 0);
  });

  it('is the deadline, for headers that drip', async () => {
    const { port, sockets } = await listen(
      createTcpServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n');
        const drip = setInterval(() => socket.write('x: y\r\n'), 10);
        socket.on('close', () => {
          clearInterval(drip);
        });
      }),
    );
    expect(await post(port, { timeoutMs: 100 })).toEqual({ kind: 'timeout', timeoutMs: 100 });
    await until(() => sockets.size === 0);
  });

  it('is the deadline, for a body that drips', async () => {
    const { port, sockets } = await listenHttp((_, answer) => {
      const drip = setInterval(() => answer.write(' '), 10);
      answer.on('close', () => {
        clearInterval(drip);
      });
    });
    expect(await post(port, { timeoutMs: 100 })).toEqual({ kind: 'timeout', timeoutMs: 100 });
    await until(() => sockets.size === 0);
  });

  it('is the deadline, for a TLS handshake that never ends', async () => {
    const { port, sockets } = await listen(createTcpServer((socket) => socket.resume()));
    const sent = send(request(`https://127.0.0.1:${port}/`), { timeoutMs: 50 });
    expect(await sent).toEqual({ kind: 'timeout', timeoutMs: 50 });
    await until(() => sockets.size === 0);
  });

  it('is a cancel before, while waiting and while reading', async () => {
    const { port, sockets } = await listenHttp((message, answer) => {
      if (message.url === '/body') answer.write('x');
    });
    expect(await post(port, { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    for (const path of ['/head', '/body']) {
      const controller = new AbortController();
      const sent = send(request(`http://127.0.0.1:${port}${path}`), { signal: controller.signal });
      await until(() => sockets.size === 1);
      setTimeout(() => {
        controller.abort();
      }, 30);
      expect(await sent).toEqual({ kind: 'cancelled' });
      await until(() => sockets.size === 0);
    }
  });

  it('is a reset, before and within the answer', async () => {
    const { port } = await listenHttp((message, answer) => {
      if (message.url === '/early') message.socket.resetAndDestroy();
      else if (message.url === '/late') {
        answer.writeHead(200, { 'content-length': '1000' }).write('half');
        setTimeout(() => message.socket.resetAndDestroy(), 20);
      } else {
        answer.write('half');
        setTimeout(() => message.socket.destroy(), 20);
      }
    });
    for (const path of ['early', 'late', 'chunked']) {
      expect(await send(request(`http://127.0.0.1:${port}/${path}`))).toMatchObject({
        kind: 'reset',
        host: `127.0.0.1:${port}`,
      });
    }
  });

  it('is the size, as soon as the limit is passed', async () => {
    const { port, sockets } = await listenHttp((_, answer) => {
      const block = Buffer.alloc(64 * 1024, 0x20);
      const fill = () => {
        while (answer.write(block));
      };
      answer.on('drain', fill);
      fill();
    });
    expect(await post(port, { maxBytes: 1_000_000 })).toEqual({ kind: 'too-large', maxBytes: 1_000_000 });
    await until(() => sockets.size === 0);
  });

  it('is the size of what a small answer unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000), { level: 9 });
    const { port, sockets } = await listenHttp((_, answer) => {
      answer.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const before = process.memoryUsage().rss;
    expect(await post(port)).toEqual({ kind: 'too-large', maxBytes: 20_000_000 });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    await until(() => sockets.size === 0);
  });

  it('is an answer that is not HTTP or not what it says', async () => {
    const { port } = await listen(createTcpServer((socket) => socket.end('SSH-2.0-x\r\n')));
    expect(await post(port)).toMatchObject({ kind: 'not-http' });
    const odd = await listenHttp((message, answer) => {
      answer.writeHead(200, { 'content-encoding': message.url === '/gzip' ? 'gzip' : 'zstd' }).end('no');
    });
    for (const path of ['gzip', 'zstd']) {
      const url = `http://127.0.0.1:${odd.port}/${path}`;
      expect(await send(request(url))).toMatchObject({ kind: 'not-http', host: `127.0.0.1:${odd.port}` });
    }
    await until(() => odd.sockets.size === 0);
  });

  it('is a certificate that nobody vouches for', async () => {
    const pem = readFileSync(new URL('../../../test/fixtures/rest/self-signed.pem', import.meta.url));
    const { port, sockets } = await listen(createTlsServer({ key: pem, cert: pem }, (_, answer) => answer.end('{}')));
    expect(await send(request(`https://127.0.0.1:${port}/`))).toEqual({
      kind: 'tls',
      host: `127.0.0.1:${port}`,
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
      problem: 'self-signed',
    });
    await until(() => sockets.size === 0);
  });

  it('is a port that speaks http where https was asked for', async () => {
    const { port, sockets } = await listenHttp((_, answer) => answer.end('{}'));
    expect(await send(request(`https://127.0.0.1:${port}/`))).toMatchObject({ kind: 'tls', problem: 'handshake' });
    await until(() => sockets.size === 0);
  });

  it('is a port that nothing listens on', async () => {
    const { port } = await listenHttp(() => undefined);
    const gone = createTcpServer();
    const unused = await new Promise<number>((resolve) => {
      gone.listen(0, '127.0.0.1', () => {
        const address = gone.address();
        gone.close(() => {
          resolve(typeof address === 'object' ? (address?.port ?? port) : port);
        });
      });
    });
    expect(await post(unused)).toMatchObject({ kind: 'refused', code: 'ECONNREFUSED' });
  });

  it('is a name that does not exist', async () => {
    // Longer than a name may be, so that no resolver has to be asked.
    const unresolvable = `${'a'.repeat(64)}.invalid`;
    expect(await send(request(`http://${unresolvable}/`))).toMatchObject({ kind: 'dns', host: unresolvable });
  });

  it.each(['', 'x', 'ftp://a.example/', 'file:///etc/passwd', 'http://'])('is an address like %s', async (url) => {
    expect(await send(request(url))).toEqual({ kind: 'invalid-url', url });
  });

  it('leaves no socket behind', async () => {
    const before = resources();
    const { port, sockets } = await listenHttp(() => undefined);
    await Promise.all(Array.from({ length: 20 }, () => post(port, { timeoutMs: 30 })));
    await until(() => sockets.size === 0 && resources() <= before);
  });
});
