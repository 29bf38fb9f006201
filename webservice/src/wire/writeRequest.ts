import { utf8Bytes } from './globals.ts';
import type { FormField, HttpRequest } from './http.ts';
import type { WrongSite } from './outcome.ts';
import type { Secret } from './secret.ts';

/** A request as it goes over the wire, with its secrets: never to be kept or shown. */
interface WrittenRequest {
  kind: 'written';
  url: string;
  headers: Record<string, string>;
  body: string | Uint8Array;
}

/** The secrets of a request: what an answer to it must not repeat. */
export function secretsOf({ query = [], headers, body }: HttpRequest): Secret[] {
  const fields = body.kind === 'text' ? [] : body.fields;
  const values = [...[...query, ...fields].map(([, value]) => value), ...Object.values(headers)];
  return values.filter((value) => typeof value !== 'string');
}

/**
 * The one place where secrets are revealed. A secret of another site than the one the request goes to is refused,
 * however the request came about.
 */
export function writeRequest(request: HttpRequest): WrittenRequest | WrongSite {
  const { url, query = [], headers, body } = request;
  const stranger = secretsOf(request).find((secret) => secret.reveal(url) === null);
  if (stranger !== undefined) return { kind: 'wrong-site', wwwroot: stranger.wwwroot, url };
  const text = (value: string | Secret) => (typeof value === 'string' ? value : (value.reveal(url) ?? ''));
  const form = (fields: readonly FormField[]) =>
    fields.map(([name, value]) => `${formEncode(name)}=${formEncode(text(value))}`).join('&');
  const written: WrittenRequest = {
    kind: 'written',
    url: query.length === 0 ? url : `${url}?${form(query)}`,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, text(value)])),
    body: '',
  };
  if (body.kind === 'form') written.body = form(body.fields);
  else if (body.kind === 'text') written.body = body.text;
  else {
    const parts = [
      ...body.fields.map(([name, value]) => [`name="${quoted(name)}"\r\n\r\n${text(value)}`]),
      ...body.files.map(({ field, filename, content }) => [
        `name="${quoted(field)}"; filename="${quoted(filename)}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
        content,
      ]),
    ];
    const start = `--${body.boundary}\r\ncontent-disposition: form-data; `;
    written.headers['content-type'] = `multipart/form-data; boundary=${body.boundary}`;
    written.body = joined([...parts.flatMap((part) => [start, ...part, '\r\n']), `--${body.boundary}--\r\n`]);
  }
  return written;
}

/** application/x-www-form-urlencoded; the text must be well-formed UTF-16. */
function formEncode(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A name in the header of a part, as browsers write it (WHATWG, multipart/form-data). */
function quoted(name: string): string {
  return name.replace(/["\r\n]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
}

function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array {
  const chunks = pieces.map((piece) =>
    typeof piece === 'string' ? Uint8Array.from(utf8Bytes(piece), (byte) => byte.charCodeAt(0)) : piece,
  );
  const all = new Uint8Array(chunks.reduce((size, { length }) => size + length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
