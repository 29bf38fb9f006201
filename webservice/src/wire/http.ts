import type { Secret } from './secret.ts';

/** One field of a form; a secret stays one until the body is built. */
type FormField = readonly [name: string, value: string | Secret];

/** A request that can be printed, stored and compared: its secrets are values that cannot be printed. */
export interface HttpRequest {
  method: 'POST';
  url: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: { kind: 'form'; fields: readonly FormField[] };
}

export interface HttpResponse {
  status: number;
  /** Lower-case names; a header that came several times has its values joined by `, `. */
  headers: Readonly<Record<string, string>>;
  /** Decompressed and decoded as UTF-8; a byte-order mark is kept. Empty for a redirect. */
  body: string;
  /** Size of the decompressed body. */
  bytes: number;
  /** The address that answered: the one that was asked, since no redirect is followed. */
  url: string;
}
