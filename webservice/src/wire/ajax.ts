import type { Json } from '../schema/node.ts';
import type { HttpRequest, HttpResponse } from './http.ts';
import type { AnswerFailure, Call, MoodleException, Outcome, Refusal, Value } from './outcome.ts';
import { decodeScript, exceptionOf, isObject, unexpectedJson, warningsOf } from './restAnswer.ts';
import type { Secret } from './secret.ts';
import { findUnsendable } from './sendable.ts';
import type { Wwwroot } from './wwwroot.ts';

/** A login of a browser, as its user pastes it. */
export interface AjaxSession {
  /** The header Cookie: `MoodleSession=…`; sites may name the cookie otherwise. */
  cookie: Secret;
  /** Stands in every page of the session, as `"sesskey":"…"`. */
  sesskey: Secret;
}

/** What became of one call of several: `not-run` are those behind the first that failed. */
type AjaxOutcome = Value | MoodleException | { kind: 'not-run' };

/**
 * Calls as Moodle's own JavaScript makes them: one request for all, JSON in, JSON out. With a session they go to
 * lib/ajax/service.php, without one to service-nologin.php, which takes functions only that need no login. Only functions
 * with `'ajax' => true`; tokens count nowhere here. The sesskey is read from the address and from nowhere else.
 */
export function encodeAjax(
  calls: readonly Call[],
  wwwroot: Wwwroot,
  session: AjaxSession | null,
): { kind: 'request'; request: HttpRequest } | Refusal {
  const url = `${wwwroot}/lib/ajax/${session === null ? 'service-nologin' : 'service'}.php`;
  if (session !== null) {
    if (session.cookie.isEmpty || session.sesskey.isEmpty) return { kind: 'no-session' };
    const stranger = [session.cookie, session.sesskey].find((secret) => secret.wwwroot !== wwwroot);
    if (stranger !== undefined) return { kind: 'wrong-site', wwwroot: stranger.wwwroot, url };
  }
  const refusal = calls.map(findUnsendable).find((found) => found !== null);
  if (refusal !== undefined) return refusal;
  const entries = calls.map(({ function: methodname, args }, index) => ({ index, methodname, args }));
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = { kind: 'text', text: JSON.stringify(entries) } as const;
  if (session === null) return { kind: 'request', request: { method: 'POST', url, headers, body } };
  const { cookie, sesskey } = session;
  const query = [['sesskey', sesskey]] as const;
  return { kind: 'request', request: { method: 'POST', url, query, headers: { ...headers, cookie }, body } };
}

/**
 * What became of `count` calls. With a session the first error ends the list, and the calls behind it are not run; an
 * unknown function or broken JSON replaces the whole answer by one error, with the results of the calls before it.
 * Source: lib/ajax/service.php; external_api::call_external_function.
 */
export function decodeAjax(
  response: HttpResponse,
  count: number,
): { kind: 'answers'; answers: AjaxOutcome[] } | AnswerFailure {
  const outcome = decodeScript(response);
  if (outcome.kind !== 'value') return outcome;
  const { value } = outcome;
  if (value === null || typeof value !== 'object') return unexpectedJson(response);
  const answers: AjaxOutcome[] = [];
  for (let index = 0; index < count; index++) {
    // A list, but PHP makes an object of it where an index is missing.
    const entry = Object.hasOwn(value, index) ? (value as Json[])[index] : undefined;
    const answer = entry === undefined ? afterError(answers) : answerOf(entry);
    if (answer === null) return unexpectedJson(response);
    answers.push(answer);
  }
  return { kind: 'answers', answers };
}

/** The same of a request with one call, which is never behind an error. */
export function decodeAjaxCall(response: HttpResponse): Outcome {
  const decoded = decodeAjax(response, 1);
  if (decoded.kind !== 'answers') return decoded;
  const [answer] = decoded.answers;
  return answer === undefined || answer.kind === 'not-run' ? unexpectedJson(response) : answer;
}

function afterError(answers: readonly AjaxOutcome[]): AjaxOutcome | null {
  return answers.some(({ kind }) => kind !== 'value') ? { kind: 'not-run' } : null;
}

function answerOf(entry: Json): AjaxOutcome | null {
  if (!isObject(entry)) return null;
  const { error, data, exception } = entry;
  if (error === false && data !== undefined) return { kind: 'value', value: data, warnings: warningsOf(data) };
  if (error !== true || exception === undefined || !isObject(exception)) return null;
  return exceptionOf(exception, '', typeof exception['message'] === 'string' ? exception['message'] : '');
}
