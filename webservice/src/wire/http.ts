import type { Secret } from './secret.ts';

/** One field of a form; a secret stays one until the request is written. */
export type FormField = readonly [name: string, value: string | Secret];

/** A file of a multipart form. */
interface FormFile {
  /** Of the field; PHP takes one file for each name. */
  field: string;
  filename: string;
  content: Uint8Array;
}

type RequestBody =
  | { kind: 'form'; fields: readonly FormField[] }
  | { kind: 'text'; text: string }
  /** `boundary` must not occur in what is sent: random letters and digits. */
  | { kind: 'multipart'; boundary: string; fields: readonly FormField[]; files: readonly FormFile[] };

/** A request that can be printed, stored and compared: its secrets are values that cannot be printed. */
export interface HttpRequest {
  method: 'POST';
  url: string;
  /** What is asked for in the address, where Moodle reads it from nowhere else. */
  query?: readonly FormField[];
  /** Lower-case names. */
  headers: Readonly<Record<string, string | Secret>>;
  body: RequestBody;
}

export interface HttpResponse {
  status: number;
  /** Lower-case names; a header that came several times has its values joined by `, `. */
  headers: Readonly<Record<string, string>>;
  /** Decompressed and decoded as UTF-8; a byte-order mark is kept. Empty for a redirect. */
  body: string;
  /** The decompressed body as it came, secrets that it repeats included; for files. */
  content: Uint8Array;
  /** The address that answered, without its query: the one that was asked, since no redirect is followed. */
  url: string;
}
