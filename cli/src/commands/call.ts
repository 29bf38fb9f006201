import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Json, SchemaNode } from '../../../webservice/src/schema/node.ts';
import { isDynamic } from '../../../webservice/src/schema/node.ts';
import { writingFunctions } from '../../../webservice/src/schema/writes.ts';
import { decodeAjaxCall, encodeAjax } from '../../../webservice/src/wire/ajax.ts';
import type { HttpRequest, HttpResponse } from '../../../webservice/src/wire/http.ts';
import { parseJson } from '../../../webservice/src/wire/jsonText.ts';
import type { Call, Outcome, Refusal } from '../../../webservice/src/wire/outcome.ts';
import { encodeRest } from '../../../webservice/src/wire/rest.ts';
import { decodeRest } from '../../../webservice/src/wire/restAnswer.ts';
import { encodeSoap } from '../../../webservice/src/wire/soap.ts';
import { decodeSoap } from '../../../webservice/src/wire/soapAnswer.ts';
import { failureText } from '../failureText.ts';
import type { Result } from '../result.ts';
import { siteOf } from '../site.ts';
import type { Site, SiteEnvironment } from '../site.ts';
import { printable } from '../style.ts';

export interface CallOptions {
  readonly protocol: keyof typeof protocols;
  readonly allowWrite: boolean;
}

interface CallPorts {
  readonly environment: SiteEnvironment;
  /** What is known of a function without the site. */
  readonly find: (name: string) => ExternalFunction | undefined;
}

type Encoded = { kind: 'request'; request: HttpRequest; warnings?: readonly { message: string }[] } | Refusal;

interface Protocol {
  readonly encode: (call: Call, site: Site) => Encoded;
  readonly decode: (response: HttpResponse) => Outcome;
}

const protocols = {
  rest: { encode: (call, { wwwroot, token }) => encodeRest(call, wwwroot, token), decode: decodeRest },
  ajax: { encode: (call, { wwwroot, session }) => encodeAjax([call], wwwroot, session), decode: decodeAjaxCall },
  soap: { encode: (call, { wwwroot, token }) => encodeSoap(call, wwwroot, token), decode: decodeSoap },
} as const satisfies Record<string, Protocol>;

export const protocolNames = Object.keys(protocols);

/** One call of the site of the environment: its answer as JSON, or why there is none. */
export async function callFunction(
  { environment, find }: CallPorts,
  name: string,
  text: string,
  { protocol, allowWrite }: CallOptions,
): Promise<Result> {
  const read = siteOf(environment);
  if ('failure' in read) return read;
  const parsed = parseJson(text);
  if (parsed.kind !== 'json') return { failure: 'The arguments are no JSON, such as {"courseid": 2}.' };
  const writing = writingFunctions(name, parsed.value, (each) => find(each)?.type);
  if (writing.length > 0 && !allowWrite) return { failure: mayWrite(writing, find) };

  const { encode, decode } = protocols[protocol];
  const args = protocol === 'soap' ? withDefaults(parsed.value, find(name)?.parameters) : parsed.value;
  const encoded: Encoded = encode({ function: name, args }, read.site);
  if (encoded.kind !== 'request') return failureText(encoded);
  const { send } = await import('../../../webservice/src/transport/send.ts');
  const sent = await send(encoded.request);
  const outcome = sent.kind === 'response' ? decode(sent.response) : sent;
  if (outcome.kind !== 'value') return failureText(outcome);
  const notes = [read.site.note, ...(encoded.warnings ?? []).map(({ message }) => message)];
  return { output: `${JSON.stringify(outcome.value, null, 2)}\n`, note: notes.filter(Boolean).join('\n') || undefined };
}

/** Says why a call needs `--allow-write`: of a function that nothing is known of, no more can be said. */
function mayWrite(names: readonly string[], find: CallPorts['find']): string {
  const known = names.filter((name) => find(name) !== undefined);
  const told = printable(names.join(', '), 300);
  const why = known.length === names.length ? 'may change data' : 'may change data for all that is known here';
  return `${told} ${why}: add --allow-write to call it. --root or --catalogue tells what functions do.`;
}

/** SOAP knows no absent parameters: what is not sent arrives as null. Defaults that only the site knows stay away. */
function withDefaults(args: Json, parameters: SchemaNode | null | undefined): Json {
  if (parameters?.kind !== 'single' || args === null || typeof args !== 'object' || Array.isArray(args)) return args;
  const absent = parameters.keys.filter(
    ([name, { required }]) => required === 'VALUE_DEFAULT' && !Object.hasOwn(args, name),
  );
  const defaults = absent.map(([name, node]) => [name, node.default] as const).filter(([, value]) => !isDynamic(value));
  return { ...args, ...Object.fromEntries(defaults) };
}
