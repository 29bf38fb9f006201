import { pipeline } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { TransportFailure } from '../wire/outcome.ts';

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads a body to its end, decompressing and counting as it goes: a small answer that unpacks to a huge one is stopped
 * when the limit is passed, with no more than the limit in memory. Rejects when the stream fails or `signal` aborts.
 *
 * @param encoding the header content-encoding
 */
export async function readBody(
  body: Readable,
  encoding: string,
  { host, signal, maxBytes }: { host: string; signal: AbortSignal; maxBytes: number },
): Promise<{ content: Uint8Array } | TransportFailure> {
  const name = encoding.trim().toLowerCase();
  const decoder = Object.hasOwn(decoders, name) ? decoders[name]?.() : undefined;
  if (decoder === undefined && name !== '' && name !== 'identity') {
    body.on('error', () => undefined).destroy();
    return { kind: 'not-http', host, code: 'UNKNOWN_CONTENT_ENCODING' };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  const decoded = decoder === undefined ? body : pipeline(body, decoder, () => undefined);
  for await (const chunk of decoded as AsyncIterable<Buffer>) {
    // A decoder may have much in store after the connection has ended.
    signal.throwIfAborted();
    bytes += chunk.length;
    // Leaving the loop destroys the stream, and with it what feeds it.
    if (bytes > maxBytes) return { kind: 'too-large', maxBytes };
    chunks.push(chunk);
  }
  return { content: Buffer.concat(chunks, bytes) };
}
