import type { Json } from '../schema/node.ts';
import { parseUrl, utf8Text } from './globals.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { AnswerFailure, Refusal } from './outcome.ts';
import { decodeScript, isObject, unexpectedJson } from './restAnswer.ts';
import type { Secret } from './secret.ts';
import { unsendable } from './sendable.ts';
import type { Wwwroot } from './wwwroot.ts';
import { isBelow } from './wwwroot.ts';

export interface LocalFile {
  /** Without a folder. */
  name: string;
  content: Uint8Array;
}

/** Files that now lie in the draft area of the token's user. */
export interface Uploaded {
  kind: 'uploaded';
  /** What a parameter for a draft area takes; null where no file was taken. */
  itemid: number | null;
  files: { filename: string; filepath: string; filesize: number }[];
  /** Of the same request: `filenameexist` and `fileoversized`, with status 200. */
  refused: { filename: string; errortype: string; message: string }[];
}

export interface Downloaded {
  kind: 'file';
  /** As the site calls it, or as the address ends; never a path. */
  name: string;
  /** MIME type, without parameters; empty where the site tells none. */
  type: string;
  content: Uint8Array;
}

type Encoded = { kind: 'request'; request: HttpRequest } | Refusal;

/**
 * Puts files into a draft area: that of `itemid`, or a new one for 0. The service of the token must have `uploadfiles`.
 * @param boundary random letters and digits, which none of the files contains
 */
export function encodeUpload(
  files: readonly LocalFile[],
  { itemid, filepath }: { itemid: number; filepath: string },
  wwwroot: Wwwroot,
  token: Secret,
  boundary: string,
): Encoded {
  const url = `${wwwroot}/webservice/upload.php`;
  const refusal = refuse(token, wwwroot, url);
  if (refusal !== null) return refusal;
  const fields = [
    ['token', token],
    ['filepath', filepath],
    ['itemid', String(itemid)],
  ] as const;
  const parts = files.map(({ name, content }, index) => ({ field: `file_${index + 1}`, filename: name, content }));
  const body = { kind: 'multipart', boundary, fields, files: parts } as const;
  return { kind: 'request', request: { method: 'POST', url, headers: { accept: 'application/json' }, body } };
}

/** What webservice/upload.php answered: a list with an entry for each file (as text/plain), or an error. */
export function decodeUpload(response: HttpResponse): Uploaded | AnswerFailure {
  const outcome = decodeScript(response);
  if (outcome.kind !== 'value') return outcome;
  const { value } = outcome;
  if (!Array.isArray(value) || !value.every(isEntry)) return unexpectedJson(response);
  const taken = value.filter(({ errortype }) => errortype === undefined);
  return {
    kind: 'uploaded',
    itemid: taken.map(({ itemid }) => Number(itemid)).find((id) => Number.isSafeInteger(id)) ?? null,
    files: taken.map(({ filename, filepath, filesize }) => ({
      filename,
      filepath: typeof filepath === 'string' ? filepath : '/',
      filesize: Number(filesize),
    })),
    refused: value.flatMap(({ filename, errortype, error }) =>
      typeof errortype === 'string' ? { filename, errortype, message: typeof error === 'string' ? error : '' } : [],
    ),
  };
}

type Entry = Record<string, Json> & { filename: string };

function isEntry(entry: Json): entry is Entry {
  return isObject(entry) && typeof entry['filename'] === 'string';
}

/**
 * Asks for a file by the address that a function gave for it: webservice/pluginfile.php; pluginfile.php, which knows no
 * token and is asked for at the former; or tokenpluginfile.php, whose address holds a key of its own. The service of the
 * token must have `downloadfiles`. The token goes into the body: `required_param` reads it there as well.
 */
export function encodeDownload(address: string, wwwroot: Wwwroot, token: Secret): Encoded {
  const url = parseUrl(address);
  const path = url === null || !isBelow(address, wwwroot) ? '' : (url.origin + url.pathname).slice(wwwroot.length);
  const [, script, file = ''] = /^\/(webservice\/pluginfile|pluginfile|tokenpluginfile)\.php(\/.+)?$/.exec(path) ?? [];
  // A token in the address would be shown with it; and it is not needed.
  const query = (url?.search ?? '')
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !/^(ws)?token=/i.test(part));
  if (script === undefined || (file === '' && query.length === 0)) return unsendable('file-address', '');
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' };
  const target = (name: string) => `${wwwroot}/${name}.php${file}${query.length === 0 ? '' : `?${query.join('&')}`}`;
  const post = (to: string, fields: readonly [string, Secret][]): Encoded => ({
    kind: 'request',
    request: { method: 'POST', url: to, headers, body: { kind: 'form', fields } },
  });
  if (script === 'tokenpluginfile') return post(target(script), []);
  const to = target('webservice/pluginfile');
  return refuse(token, wwwroot, to) ?? post(to, [['token', token]]);
}

/** A file, or why there is none. Moodle says the name of a file with every one, and of no error. */
export function decodeDownload(response: HttpResponse): Downloaded | AnswerFailure {
  const { status, headers, content, url } = response;
  const disposition = headers['content-disposition'] ?? '';
  const given = /filename="((?:[^"\\]|\\.)*)"/.exec(disposition)?.[1] ?? '';
  const isFile = status === 200 && disposition !== '';
  const outcome = isFile ? null : decodeScript(response);
  // Anything may be the text of a file, but for a page or an error of the site.
  const isBytes = status === 200 && /^(invalid-json|too-deep|xml)$/.test(outcome?.kind ?? '');
  if (outcome !== null && outcome.kind !== 'value' && !isBytes) return outcome;
  const address = parseUrl(url)?.pathname ?? '';
  return {
    kind: 'file',
    name: baseName(given === '' ? utf8Text(percentDecoded(address)) : asUtf8(given)),
    type: (headers['content-type'] ?? '').replace(/;.*$/s, '').trim(),
    content,
  };
}

/** Headers come as one character for each byte, or as UTF-8 already. */
function asUtf8(text: string): string {
  const decoded = utf8Text(text);
  return /[\udc80-\udcff]/.test(decoded) ? text : decoded;
}

function percentDecoded(text: string): string {
  return text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What a file may be called in a folder of any system: no path, no drive, nothing hidden or invisible. */
function baseName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/[\\:*?"<>|\p{Cc}\p{Cs}]/gu, '_');
  const plain = name.slice(0, 200).replace(/^[. ]+|[. ]+$/g, '');
  return plain === '' ? 'file' : plain;
}

function refuse(token: Secret, wwwroot: Wwwroot, url: string): Refusal | null {
  if (token.isEmpty) return { kind: 'no-token' };
  return token.wwwroot === wwwroot ? null : { kind: 'wrong-site', wwwroot: token.wwwroot, url };
}
