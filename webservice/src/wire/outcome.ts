import type { Json } from '../schema/node.ts';

/** A call that can be stored and shown: it holds no secret. */
export interface Call {
  /** Name of the external function. */
  function: string;
  /** By name, as JSON; an object. */
  args: Json;
}

/** An entry of the list `warnings` that many functions return: the call succeeded, but not for this item. */
export interface MoodleWarning {
  item: string | null;
  itemid: number | null;
  warningcode: string;
  message: string;
}

export interface Value {
  kind: 'value';
  value: Json;
  warnings: MoodleWarning[];
}

/** What became of a call. `errors/explain.ts` says each failure in words. */
export type Outcome = Value | Failure;
export type Failure = Refusal | TransportFailure | AnswerFailure;

/** Nothing was sent. */
export type Refusal = Unsendable | WrongSite | { kind: 'no-token' } | { kind: 'no-session' };

export interface Unsendable {
  kind: 'unsendable';
  reason: UnsendableReason;
  /** `courses[0][shortname]`; empty for the arguments as a whole. */
  path: string;
}

export type UnsendableReason =
  | 'not-an-object'
  | 'null'
  | 'empty-list'
  | 'empty-object'
  | 'unsafe-number'
  | 'broken-text'
  | 'key'
  | 'reserved-key'
  | 'too-deep'
  | 'function-name'
  | 'file-address';

/** The token belongs to another wwwroot than the one that would be called. */
export interface WrongSite {
  kind: 'wrong-site';
  /** What the token belongs to. */
  wwwroot: string;
  /** Where it would have gone. */
  url: string;
}

/** Something was sent, or tried to be, and no complete HTTP answer came. `code` is that of Node or undici. */
export type TransportFailure =
  | { kind: 'dns'; host: string; code: string }
  | { kind: 'refused'; host: string; code: string }
  | { kind: 'unreachable'; host: string; code: string }
  | { kind: 'reset'; host: string; code: string }
  | { kind: 'tls'; host: string; code: string; problem: TlsProblem }
  | { kind: 'not-http'; host: string; code: string }
  | { kind: 'timeout'; timeoutMs: number }
  | { kind: 'too-large'; maxBytes: number }
  | { kind: 'cancelled' }
  | { kind: 'invalid-url'; url: string };

export type TlsProblem =
  'self-signed' | 'expired' | 'not-yet-valid' | 'name-mismatch' | 'unknown-issuer' | 'revoked' | 'handshake';

/** An HTTP answer came that is not the value of the function. Excerpts are at most 500 characters, in plain text. */
export type AnswerFailure =
  | MoodleException
  | { kind: 'redirect'; status: number; location: string }
  | { kind: 'protocol-disabled' }
  | { kind: 'http-status'; status: number; excerpt: string }
  | { kind: 'html'; status: number; title: string; page: 'login' | 'maintenance' | 'other'; excerpt: string }
  | { kind: 'xml'; excerpt: string }
  | { kind: 'empty'; status: number }
  | { kind: 'invalid-soap'; reason: 'wsdl' | 'doctype' | 'malformed' | 'other'; excerpt: string }
  | { kind: 'invalid-json'; around: { before: string; after: string } | null; excerpt: string }
  | { kind: 'too-deep'; limit: number };

export interface MoodleException {
  kind: 'exception';
  /**
   * As the site says it; from Moodle 4.5 on with a namespace, `core\exception\moodle_exception`. Of SOAP the faultcode;
   * empty for AJAX and scripts, which do not tell.
   */
  exceptionClass: string;
  /** What to recognise a failure by. Empty where PHP itself failed, and for SOAP faults before the function is called. */
  errorcode: string;
  /** In the language of the site or the user. */
  message: string;
  /** Null unless the site runs with debugging. */
  debuginfo: string | null;
  /** Of REST `xml` where the answer came in the form that was not asked for. */
  format: 'json' | 'xml' | 'soap';
}
