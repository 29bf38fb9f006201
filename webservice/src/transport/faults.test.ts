import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { explain } from '../errors/explain.ts';
import { Secret } from '../wire/secret.ts';
import { site } from '../wire/wire.testkit.ts';
import { callFunction } from './callFunction.ts';
import { listen, until } from './server.testkit.ts';

/** How often each fault is tried; `PROVE_COUNT=200` is the long form. */
const times = Number(process.env['PROVE_COUNT'] ?? 1);

const ok = 'HTTP/1.1 200 OK\r\n';
const json = `${ok}Content-Type: application/json\r\n`;
/** An answer that ends with its connection. */
const whole = (body: string, head = json) => `${head}Connection: close\r\n\r\n${body}`;
const html = (body: string, status = '200 OK') => whole(body, `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n`);
const chunked = `${json}Transfer-Encoding: chunked\r\n\r\n`;
const bomb = gzipSync(Buffer.alloc(200_000_000, 0x20), { level: 9 });

/** Writes for as long as somebody reads. */
function flood(socket: Socket, head: string, block: string | Buffer): void {
  socket.write(head);
  const fill = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', fill);
  fill();
}

/** One byte at a time, and never the last. */
function drip(socket: Socket, head: string, text: string): void {
  socket.write(head);
  let at = 0;
  const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ''), 5);
  socket.on('close', () => {
    clearInterval(timer);
  });
}

const faults: readonly [name: string, kind: string | RegExp, fault: (socket: Socket) => void][] = [
  ['nothing at all', 'timeout', () => undefined],
  ['an end without an answer', 'reset', (socket) => socket.end()],
  ['a reset', 'reset', (socket) => socket.resetAndDestroy()],
  ['half a status line', 'reset', (socket) => socket.end('HTTP/1.1 20')],
  ['headers that never end', 'timeout', (socket) => socket.write(`${json}X: y\r\n`)],
  [
    'headers that drip',
    'timeout',
    (socket) => {
      drip(socket, ok, 'X-Y: z\r\n');
    },
  ],
  [
    'headers without end',
    'not-http',
    (socket) => {
      flood(socket, ok, `X-Y: ${'z'.repeat(8000)}\r\n`);
    },
  ],
  ['another protocol', 'not-http', (socket) => socket.end('220 mail.example ESMTP\r\n')],
  ['HTTP/0.9', 'not-http', (socket) => socket.end('{"a":1}')],
  [
    'a body that drips',
    'timeout',
    (socket) => {
      drip(socket, `${json}Content-Length: 1000000\r\n\r\n`, '[1,');
    },
  ],
  [
    'chunks that drip',
    'timeout',
    (socket) => {
      drip(socket, chunked, '1\r\n \r\n');
    },
  ],
  ['an end before the length', 'reset', (socket) => socket.end(`${json}Content-Length: 100\r\n\r\n[1,2`)],
  ['an end within a chunk', 'reset', (socket) => socket.end(`${chunked}ff\r\n[1,2`)],
  ['a chunk without a size', /not-http|reset/, (socket) => socket.end(`${chunked}zz\r\n[1,2]\r\n0\r\n\r\n`)],
  [
    'two lengths',
    /not-http|reset/,
    (socket) => socket.end(`${json}Content-Length: 5\r\nContent-Length: 6\r\n\r\n[1,2]`),
  ],
  [
    'an answer of 200 MB',
    'too-large',
    (socket) => {
      flood(socket, `${json}Content-Length: 200000000\r\n\r\n`, Buffer.alloc(65_536, 0x20));
    },
  ],
  [
    'an answer without end',
    'too-large',
    (socket) => {
      flood(socket, `${json}Connection: close\r\n\r\n`, Buffer.alloc(65_536, 0x31));
    },
  ],
  [
    'a small answer that unpacks to 200 MB',
    'too-large',
    (socket) => {
      socket.write(`${json}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n`);
      socket.end(bomb);
    },
  ],
  ['gzip that is none', 'not-http', (socket) => socket.end(whole('[1]', `${json}Content-Encoding: gzip\r\n`))],
  [
    'gzip that is cut',
    'not-http',
    (socket) => {
      socket.write(`${json}Content-Encoding: gzip\r\nConnection: close\r\n\r\n`);
      socket.end(bomb.subarray(0, 100));
    },
  ],
  ['an encoding nobody knows', 'not-http', (socket) => socket.end(whole('[1]', `${json}Content-Encoding: x\r\n`))],
  ['a redirect', 'redirect', (socket) => socket.end(whole('', 'HTTP/1.1 307 x\r\nLocation: http://b.example/\r\n'))],
  [
    'a redirect with a body without end',
    'redirect',
    (socket) => {
      flood(socket, 'HTTP/1.1 302 Found\r\nLocation: /login\r\n\r\n', Buffer.alloc(65_536, 0x20));
    },
  ],
  ['403 without a body', 'protocol-disabled', (socket) => socket.end(whole('', 'HTTP/1.1 403 Forbidden\r\n'))],
  ['no content', 'empty', (socket) => socket.end('HTTP/1.1 204 No Content\r\n\r\n')],
  ['no body', 'empty', (socket) => socket.end(whole(''))],
  ['a page', 'html', (socket) => socket.end(html('<!DOCTYPE html><title>Hello</title>'))],
  ['a page of 10 MB', 'html', (socket) => socket.end(html(`<html><title>${'<p '.repeat(3_000_000)}`))],
  ['the login page', 'html', (socket) => socket.end(html('<!DOCTYPE html><input name="logintoken">'))],
  ['not found', 'html', (socket) => socket.end(html('<html><h1>404</h1>', '404 Not Found'))],
  ['a bad gateway', 'http-status', (socket) => socket.end(whole('upstream', 'HTTP/1.1 502 Bad Gateway\r\n'))],
  ['XML', 'xml', (socket) => socket.end(whole('<?xml version="1.0"?><RESPONSE></RESPONSE>'))],
  [
    'entities without end',
    'xml',
    (socket) =>
      socket.end(
        whole(`<?xml version="1.0"?><!DOCTYPE a [${'<!ENTITY a "&b;">'.repeat(100_000)}]><EXCEPTION class="a">`),
      ),
  ],
  ['broken JSON', 'invalid-json', (socket) => socket.end(whole('{"a":[1,2'))],
  ['JSON with a warning before it', 'invalid-json', (socket) => socket.end(whole('Warning: x\n{"a":1}'))],
  ['brackets without end', 'too-deep', (socket) => socket.end(whole('['.repeat(1_000_000)))],
  [
    'JSON of 100,000 levels',
    'too-deep',
    (socket) => socket.end(whole('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))),
  ],
  ['a text without end of quotes', 'invalid-json', (socket) => socket.end(whole(`"${'\\"'.repeat(1_000_000)}`))],
  [
    'UTF-16',
    'invalid-json',
    (socket) => {
      socket.write(whole(''));
      socket.end(Buffer.from('{"a":1}', 'utf16le'));
    },
  ],
  [
    'bytes',
    'invalid-json',
    (socket) => {
      socket.write(whole(''));
      socket.end(Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7) % 256)));
    },
  ],
];

async function meet(fault: (socket: Socket) => void, timeoutMs = 30_000) {
  const { port, sockets } = await listen(
    createServer((socket) => {
      socket.once('data', () => {
        fault(socket);
      });
    }),
  );
  const wwwroot = site(`http://127.0.0.1:${port}`);
  const token = new Secret('0123456789abcdef0123456789abcdef', wwwroot);
  const { outcome } = await callFunction({ wwwroot, token, function: 'f', args: {}, timeoutMs });
  await until(() => sockets.size === 0);
  return outcome;
}

describe('a fault is a typed failure in plain words, and leaves no connection', () => {
  it.each(faults)('%s', { timeout: 30_000 * times }, async (_name, kind, fault) => {
    for (let i = 0; i < times; i++) {
      const outcome = await meet(fault, kind === 'timeout' ? 200 : undefined);
      if (typeof kind === 'string') expect(outcome.kind).toBe(kind);
      else expect(outcome.kind).toMatch(kind);
      if (outcome.kind === 'value') continue;
      const { title, cause, cure } = explain(outcome);
      expect([title, cause, cure].every((words) => words.length > 10)).toBe(true);
      expect(JSON.stringify(outcome).length).toBeLessThan(3000);
    }
  });

  it('or several at once, in bounded memory', { timeout: 60_000 * times }, async () => {
    const heavy = faults.filter(([name]) => /MB|without end/.test(name));
    await Promise.all(heavy.map(([, , fault]) => meet(fault)));
    const before = process.memoryUsage().rss;
    for (let i = 0; i < times; i++) await Promise.all(heavy.map(([, , fault]) => meet(fault)));
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('keeps nothing of a page but its excerpt', { timeout: 60_000 }, async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const page = faults.find(([name]) => name === 'a page of 10 MB')?.[2] ?? (() => undefined);
    const kept = [await meet(page)];
    collect();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 10; i++) kept.push(await meet(page));
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40_000_000);
    expect(kept.map(({ kind }) => kind)).toEqual(Array(11).fill('html'));
  });
});
