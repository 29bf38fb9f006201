import type { Json } from '../schema/node.ts';
import { excerpt } from './excerpt.ts';
import { parseUrl } from './globals.ts';
import type { HttpResponse } from './http.ts';
import { findJson, maxJsonNesting, parseJson } from './jsonText.ts';
import { htmlPage, htmlTitle, isHtmlPage, isXml, xmlException } from './markup.ts';
import type { AnswerFailure, MoodleException, MoodleWarning, Outcome, Value } from './outcome.ts';

export type JsonObject = Record<string, Json>;

/**
 * What an HTTP answer of Moodle's REST server means. Moodle says its errors with status 200, so the body decides:
 * an object with `exception` is a failure, anything else that is JSON is the value (`null` too).
 * Source: webservice/rest/locallib.php, server.php.
 */
export function decodeRest(response: HttpResponse): Outcome {
  return decodeJson(response, asException);
}

/**
 * What an HTTP answer of one of Moodle's scripts that speak JSON means (`AJAX_SCRIPT`: login/token.php, lib/ajax/service.php,
 * webservice/upload.php and pluginfile.php). Their errors name no class of exception (here: empty), and most have status
 * 200: `{error, errorcode, stacktrace, debuginfo, reproductionlink}`.
 * Source: lib/outputrenderers.php (core_renderer_ajax::fatal_error).
 */
export function decodeScript(response: HttpResponse): Value | AnswerFailure {
  return decodeJson(response, (value) => asException(value) ?? asScriptError(value));
}

function decodeJson(
  response: HttpResponse,
  readException: (value: Json) => MoodleException | null,
): Value | AnswerFailure {
  const { status, body } = response;
  const nothing = withoutText(response);
  if (nothing !== null) return nothing;
  if (isXml(body)) return xmlException(body) ?? { kind: 'xml', excerpt: excerpt(body) };
  if (isHtmlPage(body) || isHtmlPiece(response)) return html(response);
  const parsed = parseJson(body);
  if (parsed.kind === 'too-deep') return { kind: 'too-deep', limit: maxJsonNesting };
  if (parsed.kind === 'invalid') return status >= 400 ? httpStatus(response) : invalidJson(body);
  const exception = readException(parsed.value);
  if (exception !== null) return exception;
  // A proxy in front of Moodle may say its errors in JSON as well.
  if (status >= 400) return httpStatus(response);
  return { kind: 'value', value: parsed.value, warnings: warningsOf(parsed.value) };
}

/** An answer of any protocol that says nothing: a redirect, or no text. */
export function withoutText(response: HttpResponse): AnswerFailure | null {
  const { status, body } = response;
  if (status >= 300 && status < 400) return redirect(response);
  if (body.trim() !== '') return null;
  return status === 403 ? { kind: 'protocol-disabled' } : { kind: 'empty', status };
}

function redirect({ status, headers, url }: HttpResponse): AnswerFailure {
  const location = headers['location'] ?? '';
  return {
    kind: 'redirect',
    status,
    location: location === '' ? '' : excerpt(parseUrl(location, url)?.href ?? location),
  };
}

/** Markup that is no whole page; but what PHP prints before an answer (`<br /><b>Warning</b>`) has the JSON behind it. */
function isHtmlPiece({ headers, body }: HttpResponse): boolean {
  return /^\s*</.test(body) && (headers['content-type'] ?? '').includes('html') && findJson(body) === null;
}

export function html({ status, body }: HttpResponse): AnswerFailure {
  return { kind: 'html', status, title: htmlTitle(body), page: htmlPage(body), excerpt: excerpt(body) };
}

export function httpStatus({ status, body }: HttpResponse): AnswerFailure {
  return { kind: 'http-status', status, excerpt: excerpt(body) };
}

function invalidJson(body: string): AnswerFailure {
  const around = findJson(body);
  return {
    kind: 'invalid-json',
    around: around === null ? null : { before: excerpt(around.before), after: excerpt(around.after) },
    excerpt: excerpt(body),
  };
}

function asException(value: Json): MoodleException | null {
  if (!isObject(value)) return null;
  const { exception, message } = value;
  return typeof exception === 'string' && typeof message === 'string' ? exceptionOf(value, exception, message) : null;
}

function asScriptError(value: Json): MoodleException | null {
  if (!isObject(value)) return null;
  const { error, errorcode } = value;
  return typeof error === 'string' && typeof errorcode === 'string' ? exceptionOf(value, '', error) : null;
}

/** The parts of an error that are the same over REST, AJAX and scripts. */
export function exceptionOf(fields: JsonObject, exceptionClass: string, message: string): MoodleException {
  const debuginfo = fields['debuginfo'] ?? null;
  return {
    kind: 'exception',
    exceptionClass,
    errorcode: text(fields['errorcode']),
    message,
    debuginfo: debuginfo === null ? null : typeof debuginfo === 'string' ? debuginfo.trim() : JSON.stringify(debuginfo),
    format: 'json',
  };
}

/** JSON of a shape that the script does not answer with. */
export function unexpectedJson({ body }: HttpResponse): AnswerFailure {
  return { kind: 'invalid-json', around: null, excerpt: excerpt(body) };
}

/** `external_warnings`: item and itemid are optional (lib/external/classes/external_warnings.php). */
export function warningsOf(value: Json): MoodleWarning[] {
  const list = isObject(value) ? value['warnings'] : null;
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((entry) => ({
    item: typeof entry['item'] === 'string' ? entry['item'] : null,
    itemid: typeof entry['itemid'] === 'number' ? entry['itemid'] : null,
    warningcode: text(entry['warningcode']),
    message: text(entry['message']),
  }));
}

export function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
