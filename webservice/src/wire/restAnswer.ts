import type { Json } from '../schema/node.ts';
import { excerpt } from './excerpt.ts';
import { parseUrl } from './globals.ts';
import type { HttpResponse } from './http.ts';
import { findJson, maxJsonNesting, parseJson } from './jsonText.ts';
import { htmlPage, htmlTitle, isHtmlPage, isXml, xmlException } from './markup.ts';
import type { AnswerFailure, MoodleException, MoodleWarning, Outcome } from './outcome.ts';

type JsonObject = Record<string, Json>;

/**
 * What an HTTP answer of Moodle's REST server means. Moodle says its errors with status 200, so the body decides:
 * an object with `exception` is a failure, anything else that is JSON is the value (`null` too).
 * Source: webservice/rest/locallib.php, server.php.
 */
export function decodeRest(response: HttpResponse): Outcome {
  const { status, body } = response;
  if (status >= 300 && status < 400) return redirect(response);
  if (body.trim() === '') return status === 403 ? { kind: 'protocol-disabled' } : { kind: 'empty', status };
  if (isXml(body)) return xmlException(body) ?? { kind: 'xml', excerpt: excerpt(body) };
  if (isHtmlPage(body) || isHtmlPiece(response)) return html(response);
  const parsed = parseJson(body);
  if (parsed.kind === 'too-deep') return { kind: 'too-deep', limit: maxJsonNesting };
  if (parsed.kind === 'invalid') return status >= 400 ? httpStatus(response) : invalidJson(body);
  const exception = asException(parsed.value);
  if (exception !== null) return exception;
  // A proxy in front of Moodle may say its errors in JSON as well.
  if (status >= 400) return httpStatus(response);
  return { kind: 'value', value: parsed.value, warnings: warningsOf(parsed.value) };
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

function html({ status, body }: HttpResponse): AnswerFailure {
  return { kind: 'html', status, title: htmlTitle(body), page: htmlPage(body), excerpt: excerpt(body) };
}

function httpStatus({ status, body }: HttpResponse): AnswerFailure {
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
  if (typeof exception !== 'string' || typeof message !== 'string') return null;
  const debuginfo = value['debuginfo'] ?? null;
  return {
    kind: 'exception',
    exceptionClass: exception,
    errorcode: text(value['errorcode']),
    message,
    debuginfo: debuginfo === null || typeof debuginfo === 'string' ? debuginfo : JSON.stringify(debuginfo),
    format: 'json',
  };
}

/** `external_warnings`: item and itemid are optional (lib/external/classes/external_warnings.php). */
function warningsOf(value: Json): MoodleWarning[] {
  const list = isObject(value) ? value['warnings'] : null;
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).map((entry) => ({
    item: typeof entry['item'] === 'string' ? entry['item'] : null,
    itemid: typeof entry['itemid'] === 'number' ? entry['itemid'] : null,
    warningcode: text(entry['warningcode']),
    message: text(entry['message']),
  }));
}

function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
