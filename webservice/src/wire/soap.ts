import XmlBuilder from 'fast-xml-builder';
import type { Json } from '../schema/node.ts';
import type { HttpRequest } from './http.ts';
import type { Call, Refusal } from './outcome.ts';
import type { Secret } from './secret.ts';
import { findUnsendable, maxArgumentNesting, unsendable } from './sendable.ts';
import type { Wwwroot } from './wwwroot.ts';

const endpoint = '/webservice/soap/server.php';
const namespaces = {
  '@xmlns:env': 'http://schemas.xmlsoap.org/soap/envelope/',
  '@xmlns:enc': 'http://schemas.xmlsoap.org/soap/encoding/',
  '@xmlns:xsd': 'http://www.w3.org/2001/XMLSchema',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  '@xmlns:map': 'http://xml.apache.org/xml-soap',
};
/** What XML 1.0 cannot hold, escaped or not. */
// eslint-disable-next-line no-control-regex
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const elementName = /^[A-Za-z_][\w.-]*$/;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Else parsers make a line feed of it.
  '\r': '&#13;',
};

const builder = new XmlBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  processEntities: false,
  tagValueProcessor: (_name, text) => String(text).replace(/[&<>"\r]/g, (mark) => entities[mark] ?? mark),
  // A map has three elements for each of its levels.
  maxNestedTags: 4 * maxArgumentNesting,
});

/** Attributes by `@name`, elements by name. */
interface Element {
  [name: string]: string | Element | Element[];
}

/**
 * A call as Moodle's SOAP server reads it (PHP's SoapServer, SOAP 1.1, rpc/encoded). SOAP can say null and empty lists.
 * Parameters that are not sent arrive as null, whatever their default is. The token is read from the address only.
 * Source: webservice/soap/locallib.php.
 */
export function encodeSoap(
  call: Call,
  wwwroot: Wwwroot,
  token: Secret,
): { kind: 'request'; request: HttpRequest } | Refusal {
  const url = wwwroot + endpoint;
  if (token.isEmpty) return { kind: 'no-token' };
  if (token.wwwroot !== wwwroot) return { kind: 'wrong-site', wwwroot: token.wwwroot, url };
  const refusal = findUnsendable(call) ?? findUnspeakable(call.args, '', true);
  if (refusal !== null) return refusal;
  const parameters = Object.entries(call.args as Record<string, Json>).map(
    ([name, value]) => [name, typed(value)] as const,
  );
  const body = { [`call:${call.function}`]: { '@xmlns:call': url, ...Object.fromEntries(parameters) } };
  const envelope = { 'env:Envelope': { ...namespaces, 'env:Body': body } };
  const text = builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...envelope });
  return {
    kind: 'request',
    request: {
      method: 'POST',
      url,
      query: [['wstoken', token]],
      headers: { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml, application/xml' },
      body: { kind: 'text', text },
    },
  };
}

/** A value with its type; structures as maps, whose keys may be any text. */
function typed(value: Json): Element {
  if (value === null) return { '@xsi:nil': 'true' };
  if (Array.isArray(value))
    return { '@xsi:type': 'enc:Array', '@enc:arrayType': `xsd:anyType[${value.length}]`, item: value.map(typed) };
  if (typeof value === 'object') {
    const item = Object.entries(value).map(([key, child]) => ({ key: typed(key), value: typed(child) }));
    return { '@xsi:type': 'map:Map', item };
  }
  if (typeof value === 'string') return { '@xsi:type': 'xsd:string', '#text': value };
  if (typeof value === 'boolean') return { '@xsi:type': 'xsd:boolean', '#text': String(value) };
  return { '@xsi:type': Number.isInteger(value) ? 'xsd:long' : 'xsd:double', '#text': String(value) };
}

/** What JSON can say and XML cannot: control characters, and names of parameters that are none of elements. */
function findUnspeakable(value: Json, path: string, isTop = false): Refusal | null {
  if (typeof value === 'string') return unspeakable.test(value) ? unsendable('broken-text', path) : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, child] of Object.entries(value)) {
    const below = isTop ? key : `${path}[${key}]`;
    if (isTop ? !elementName.test(key) : unspeakable.test(key)) return unsendable('key', below);
    const found = findUnspeakable(child, below);
    if (found !== null) return found;
  }
  return null;
}
