import type { Json } from '../schema/node.ts';
import type { Outcome } from '../wire/outcome.ts';
import { encodeRest } from '../wire/rest.ts';
import type { EncodeWarning } from '../wire/rest.ts';
import { decodeRest } from '../wire/restAnswer.ts';
import type { Secret } from '../wire/secret.ts';
import type { Wwwroot } from '../wire/wwwroot.ts';
import { send } from './send.ts';
import type { SendOptions } from './send.ts';

export interface FunctionCall extends SendOptions {
  wwwroot: Wwwroot;
  token: Secret;
  /** Name of the external function. */
  function: string;
  /** By name, as JSON. */
  args: Json;
}

export interface CallReport {
  outcome: Outcome;
  /** About the request: it was sent, but the site may read it in part. */
  warnings: EncodeWarning[];
  /** From the first packet to the last byte; 0 when nothing was sent. */
  elapsedMs: number;
  /** What came; null when no complete answer did. `bytes` is the size after decompression. */
  http: { status: number; bytes: number; headers: Readonly<Record<string, string>> } | null;
}

/**
 * Calls an external function by REST: one POST to the site, no redirect followed. Never throws for what a site, a network
 * or a user can do wrong. The token is in nothing that comes back: an answer that repeats it shows `[secret]`.
 */
export async function callFunction(call: FunctionCall): Promise<CallReport> {
  const encoded = encodeRest({ function: call.function, args: call.args }, call.wwwroot, call.token);
  if (encoded.kind !== 'request') return { outcome: encoded, warnings: [], elapsedMs: 0, http: null };
  const started = performance.now();
  const sent = await send(encoded.request, call);
  const elapsedMs = Math.round(performance.now() - started);
  const { warnings } = encoded;
  if (sent.kind !== 'response') return { outcome: sent, warnings, elapsedMs, http: null };
  const { status, content, headers } = sent.response;
  return { outcome: decodeRest(sent.response), warnings, elapsedMs, http: { status, bytes: content.length, headers } };
}
