import { unbase64 } from './globals.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { AnswerFailure, WrongSite } from './outcome.ts';
import { decodeScript, isObject, unexpectedJson } from './restAnswer.ts';
import { Secret } from './secret.ts';
import type { Wwwroot } from './wwwroot.ts';

/** What login/token.php wants. */
export interface Credentials {
  username: string;
  /** Bound to the site, as a token is. */
  password: Secret;
  /** Shortname of the external service: `moodle_mobile_app`, or one of the site's own. */
  service: string;
}

export interface Token {
  kind: 'token';
  token: Secret;
  /** For files and automatic login; Moodle gives it over https only, and never to administrators. */
  privatetoken: Secret | null;
}

/** A text that holds no token. */
export interface InvalidToken {
  kind: 'invalid-token';
  reason: 'empty' | 'malformed';
  /** Plain text; repeats nothing of what was typed. */
  message: string;
}

const endpoint = '/login/token.php';

/** A request for a token. The password goes into the body: a query would end in logs, and Moodle 5.3 refuses it there. */
export function encodeTokenRequest(
  { username, password, service }: Credentials,
  wwwroot: Wwwroot,
): { kind: 'request'; request: HttpRequest } | WrongSite {
  const url = wwwroot + endpoint;
  if (password.wwwroot !== wwwroot) return { kind: 'wrong-site', wwwroot: password.wwwroot, url };
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const fields = [
    ['username', username],
    ['password', password],
    ['service', service],
  ] as const;
  return { kind: 'request', request: { method: 'POST', url, headers, body: { kind: 'form', fields } } };
}

/** What login/token.php answered: `{token, privatetoken}`, or an error. */
export function decodeToken(response: HttpResponse, wwwroot: Wwwroot): Token | AnswerFailure {
  const outcome = decodeScript(response);
  if (outcome.kind !== 'value') return outcome;
  const { token, privatetoken } = isObject(outcome.value) ? outcome.value : {};
  if (typeof token !== 'string' || token === '') return unexpectedJson(response);
  return {
    kind: 'token',
    token: new Secret(token, wwwroot),
    privatetoken: typeof privatetoken === 'string' ? new Secret(privatetoken, wwwroot) : null,
  };
}

/**
 * A token as users paste it: the token itself, or `moodlemobile://token=…`, which admin/tool/mobile/launch.php of a site
 * with single sign-on gives (Base64 of `siteid:::token[:::privatetoken]`; the scheme is that of the site's app).
 */
export function parsePastedToken(pasted: string, wwwroot: Wwwroot): Token | InvalidToken {
  const text = pasted.trim();
  if (text === '') return invalid('empty', 'Paste a token.');
  const coded = /^[a-z][a-z0-9+.-]*:\/\/token=(.*)$/is.exec(text)?.[1];
  const [token = '', privatetoken = null] =
    coded === undefined ? [text] : (unbase64(decodePercent(coded.trim())) ?? '').split(':::').slice(1);
  if (!isToken(token) || (privatetoken !== null && !isToken(privatetoken)))
    return invalid(
      'malformed',
      'This is no token. A token has 32 letters and digits; a link that holds one begins with moodlemobile://token=.',
    );
  return {
    kind: 'token',
    token: new Secret(token, wwwroot),
    privatetoken: privatetoken === null ? null : new Secret(privatetoken, wwwroot),
  };
}

/** 32 hexadecimal digits today; what plugins make may be longer. */
const isToken = (text: string): boolean => /^[a-z0-9]{16,128}$/i.test(text);

/** Browsers encode the `=` at the end of Base64 in some places. */
const decodePercent = (text: string): string => text.replace(/%3d/gi, '=').replace(/\/$/, '');

function invalid(reason: InvalidToken['reason'], message: string): InvalidToken {
  return { kind: 'invalid-token', reason, message };
}
