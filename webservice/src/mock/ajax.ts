import { utf8Text } from '../wire/globals.ts';
import { parseJson } from '../wire/jsonText.ts';
import type { Json } from '../schema/node.ts';
import type { ExternalFunction } from '../schema/function.ts';
import { invalidJson, invalidSesskey, loginRequired, missingParameter, serviceNotAvailable } from './failure.ts';
import type { MockException } from './failure.ts';
import { fatalError, phpJson } from './format.ts';
import type { MockRequest, MockResponse } from './http.ts';
import { received } from './received.ts';
import { execute, findFunction } from './execute.ts';
import type { Result } from './execute.ts';
import type { MockSite } from './site.ts';

/**
 * lib/ajax/service.php and service-nologin.php: a list of calls, a list of answers. With a session the first error ends the
 * list; an unknown function replaces the whole answer. Only functions with `'ajax' => true`.
 */
export async function answerAjax(
  site: MockSite,
  request: MockRequest,
  endpoint: 'session' | 'nologin',
): Promise<MockResponse> {
  const { query, form } = received(request);
  const args = endpoint === 'nologin' ? (form.get('args') ?? query.get('args')) : undefined;
  const parsed = parseJson(typeof args === 'string' && args !== '' ? args : utf8Text(request.body));
  if (parsed.kind !== 'json' || parsed.value === null) {
    const reason = parsed.kind === 'too-deep' ? 'Maximum stack depth exceeded' : 'Syntax error';
    return answer(fatalError(invalidJson(parsed.kind === 'json' ? 'No error' : reason), site));
  }
  const calls = typeof parsed.value === 'object' ? Object.values(parsed.value) : [];
  const answers: [index: number, entry: Json][] = [];
  for (const call of calls) {
    const { index, name, args: given } = callOf(call);
    const found = await findFunction(site, name);
    if (found.kind === 'exception') return answer(fatalError(found.exception, site));
    const refusal = refuse(site, request, found.function, endpoint, query.get('sesskey'));
    const result: Result =
      refusal === null ? await execute(site, found.function, given) : { kind: 'exception', exception: refusal };
    const isError = result.kind === 'exception';
    answers.push([
      index,
      isError ? { error: true, exception: exceptionOf(result.exception, site) } : { error: false, data: result.value },
    ]);
    if (isError && endpoint === 'session') break;
  }
  const isList = answers.every(([index], position) => index === position);
  return answer(phpJson(isList ? answers.map(([, entry]) => entry) : Object.fromEntries(answers)));
}

/** PHP takes what it needs of anything: what is not there is an empty name, index 0 and no arguments. */
function callOf(call: Json): { index: number; name: string; args: Json } {
  const { index, methodname, args } = (call !== null && typeof call === 'object' ? call : {}) as Record<
    string,
    Json | undefined
  >;
  return {
    index: Math.trunc(Number(typeof index === 'object' ? 0 : index)) || 0,
    name: typeof methodname === 'string' ? methodname.replace(/[^\w-]/g, '') : '',
    args: args ?? null,
  };
}

/** The checks of `call_external_function` before the parameters (lib/external/classes/external_api.php). */
function refuse(
  site: MockSite,
  { headers }: MockRequest,
  fn: ExternalFunction | null,
  endpoint: 'session' | 'nologin',
  sesskey: unknown,
): MockException | null {
  if (fn?.ajax !== true) return serviceNotAvailable;
  if (!fn.loginrequired) return null;
  const cookies = (headers['cookie'] ?? '').split(/;\s*/);
  if (endpoint === 'nologin' || !cookies.includes(`MoodleSession=${site.session}`)) return loginRequired;
  if (typeof sesskey !== 'string') return missingParameter('sesskey');
  return sesskey === site.sesskey ? null : invalidSesskey;
}

function exceptionOf({ message, errorcode, debuginfo, module }: MockException, site: MockSite): Json {
  const page = module === 'error' ? 'moodle' : module;
  const told = {
    message,
    errorcode,
    link: `${site.wwwroot}/`,
    moreinfourl: `https://docs.moodle.org/en/error/${page}/${errorcode}`,
  };
  if (site.debug !== 'developer') return told;
  return { ...told, backtrace: '', debuginfo: `${debuginfo ?? ''}\nError code: ${errorcode}` };
}

function answer(body: string): MockResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store, no-cache, must-revalidate',
    },
    body,
  };
}
