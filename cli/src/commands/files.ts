import { decodeDownload, decodeUpload, encodeDownload, encodeUpload } from '../../../webservice/src/wire/files.ts';
import { failureText } from '../failureText.ts';
import type { Result } from '../result.ts';
import { siteOf } from '../site.ts';
import type { SiteEnvironment } from '../site.ts';
import { printable } from '../style.ts';

export interface FilePorts {
  readonly environment: SiteEnvironment;
  /** The bytes of a file, or why they cannot be had. */
  readonly readBytes: (path: string) => Uint8Array | { readonly failure: string };
  /** Makes a new file; says why it cannot, also where there is one already. */
  readonly writeNew: (path: string, content: Uint8Array) => string | undefined;
}

export interface UploadOptions {
  readonly itemid: number;
  readonly filepath: string;
}

/** Of a download; the transport keeps it in memory. */
const maxBytes = 100_000_000;
const timeoutMs = 300_000;

/** Puts files into a draft area of the token's user, and tells its itemid. */
export async function uploadFiles(
  { environment, readBytes }: FilePorts,
  paths: readonly string[],
  options: UploadOptions,
): Promise<Result> {
  const read = siteOf(environment);
  if ('failure' in read) return read;
  const { wwwroot, token, note } = read.site;
  const files = [];
  for (const path of paths) {
    const content = readBytes(path);
    if ('failure' in content) return content;
    files.push({ name: path.slice(path.lastIndexOf('/') + 1), content });
  }
  const encoded = encodeUpload(files, options, wwwroot, token, `moodle-ws-${crypto.randomUUID()}`);
  if (encoded.kind !== 'request') return failureText(encoded);
  const { send } = await import('../../../webservice/src/transport/send.ts');
  const sent = await send(encoded.request, { timeoutMs });
  const outcome = sent.kind === 'response' ? decodeUpload(sent.response) : sent;
  if (outcome.kind !== 'uploaded') return failureText(outcome);
  const { itemid, files: taken, refused } = outcome;
  const output = `${JSON.stringify({ itemid, files: taken, refused }, null, 2)}\n`;
  return { output, note, code: refused.length > 0 ? 1 : 0 };
}

/** Fetches a file by the address that a function gave for it. `path`: where to; without it, here, as the site calls it. */
export async function downloadFile(
  { environment, writeNew }: FilePorts,
  address: string,
  path: (name: string) => string,
): Promise<Result> {
  const read = siteOf(environment);
  if ('failure' in read) return read;
  const { wwwroot, token, note } = read.site;
  const encoded = encodeDownload(address, wwwroot, token);
  if (encoded.kind !== 'request') return failureText(encoded);
  const { send } = await import('../../../webservice/src/transport/send.ts');
  const sent = await send(encoded.request, { timeoutMs, maxBytes });
  const outcome = sent.kind === 'response' ? decodeDownload(sent.response) : sent;
  if (outcome.kind !== 'file') return failureText(outcome);
  const to = path(outcome.name);
  const failure = writeNew(to, outcome.content);
  if (failure !== undefined) return { failure };
  return { output: `${printable(to, 1000)} (${outcome.content.length} bytes, ${printable(outcome.type)})\n`, note };
}
