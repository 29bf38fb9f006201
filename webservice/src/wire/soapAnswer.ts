import type { Json } from '../schema/node.ts';
import { excerpt } from './excerpt.ts';
import type { HttpResponse } from './http.ts';
import { maxJsonNesting } from './jsonText.ts';
import { isHtmlPage } from './markup.ts';
import type { AnswerFailure, MoodleException, Outcome } from './outcome.ts';
import { html, httpStatus, warningsOf, withoutText } from './restAnswer.ts';
import { parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** A map has three elements for each of its levels: `value`, `item`, `key` or `value`. */
const maxNesting = 3 * maxJsonNesting;
const wsdl = /^\s*(<\?xml[^>]*>\s*)?<(\w+:)?definitions\b/;
const numbers = /^(byte|decimal|double|float|int|integer|long|short|(non)?(negative|positive)Integer|unsigned\w+)$/i;

/**
 * What an HTTP answer of Moodle's SOAP server means. Faults before the function is looked for have status 200 and no
 * errorcode; those of the function have status 500, and the errorcode as `faultactor`.
 * Source: webservice/soap/locallib.php (send_error, fault).
 */
export function decodeSoap(response: HttpResponse): Outcome {
  const { status, body } = response;
  const nothing = withoutText(response);
  if (nothing !== null) return nothing;
  if (isHtmlPage(body)) return html(response);
  if (wsdl.test(body.slice(0, 500))) return unexpected('wsdl', body);
  const parsed = parseXml(body, maxNesting);
  if (parsed.kind === 'too-deep') return { kind: 'too-deep', limit: maxJsonNesting };
  const isSoap = parsed.kind === 'xml' && parsed.root.name === 'Envelope';
  if (!isSoap && status >= 400) return httpStatus(response);
  if (parsed.kind !== 'xml') return unexpected(parsed.kind, body);
  const [content] = isSoap ? (childOf(parsed.root, 'Body')?.children ?? []) : [];
  if (content?.name === 'Fault') return faultOf(content);
  if (content?.name.endsWith('Response') !== true) return unexpected('other', body);
  const [returned] = content.children;
  const value = returned === undefined ? null : valueOf(returned);
  return value === undefined ? unexpected('other', body) : { kind: 'value', value, warnings: warningsOf(value) };
}

function unexpected(reason: 'wsdl' | 'doctype' | 'malformed' | 'other', body: string): AnswerFailure {
  return { kind: 'invalid-soap', reason, excerpt: excerpt(body) };
}

function faultOf(fault: XmlElement): MoodleException {
  const said = (name: string) => childOf(fault, name)?.text.trim() ?? '';
  const [, message = '', code = ''] = /^(.*?)(?: \| ERRORCODE: (\S*))?$/s.exec(said('faultstring')) ?? [];
  const detail = said('detail');
  return {
    kind: 'exception',
    exceptionClass: said('faultcode'),
    errorcode: said('faultactor') || code,
    message,
    debuginfo: detail === '' ? null : detail,
    format: 'soap',
  };
}

/** The value of an element as PHP encodes it; undefined for references to other elements, which Moodle never makes. */
function valueOf(element: XmlElement): Json | undefined {
  const { attributes, children, text } = element;
  if (attributes.get('nil') === 'true' || attributes.get('nil') === '1') return null;
  if (attributes.has('href')) return undefined;
  const type = (attributes.get('type') ?? '').replace(/^.*:/, '');
  if (type === 'Map') {
    const entries = children.map((item) => [childOf(item, 'key')?.text ?? '', childOf(item, 'value')] as const);
    return objectOf(entries);
  }
  if (type === 'Array' || attributes.has('arrayType')) {
    const values = children.map(valueOf);
    return values.every((value) => value !== undefined) ? values : undefined;
  }
  if (children.length > 0 || /struct/i.test(type)) return objectOf(children.map((child) => [child.name, child]));
  if (type === 'boolean') return text.trim() === 'true' || text.trim() === '1';
  const number = numbers.test(type) && text.trim() !== '' ? Number(text) : NaN;
  return Number.isFinite(number) ? number : text;
}

function objectOf(entries: readonly (readonly [string, XmlElement | undefined])[]): Json | undefined {
  const values = entries.map(([key, child]) => [key, child === undefined ? undefined : valueOf(child)] as const);
  // Unlike an assignment, fromEntries makes `__proto__` an ordinary key.
  return values.every((entry): entry is [string, Json] => entry[1] !== undefined)
    ? Object.fromEntries(values)
    : undefined;
}

function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}
