import { invalidToken, missingFunction } from './failure.ts';
import type { MockException } from './failure.ts';
import { jsonError, phpJson, xmlError, xmlValue } from './format.ts';
import type { MockRequest, MockResponse } from './http.ts';
import { variableToJson } from './phpVariables.ts';
import type { Variables } from './phpVariables.ts';
import { received } from './received.ts';
import { execute, findFunction } from './execute.ts';
import type { Result } from './execute.ts';
import type { MockSite } from './site.ts';

/** Taken out of the arguments (`set_web_service_call_settings` in webservice/lib.php); a mock has nothing to format. */
const settings = ['raw', 'fileurl', 'filter', 'lang', 'timezone'].map((name) => `moodlewssetting${name}`);

/**
 * webservice/rest/server.php: the checks in Moodle's order (webservice/lib.php), errors with status 200, XML unless
 * `moodlewsrestformat` is exactly `json`.
 */
export async function answerRest(site: MockSite, request: MockRequest): Promise<MockResponse> {
  const { query, form } = received(request);
  const variables: Variables = new Map([...query, ...form]);
  const take = (name: string): string => {
    const value = variables.get(name);
    variables.delete(name);
    return typeof value === 'string' ? value : '';
  };
  for (const name of settings) take(name);
  const isJson = take('moodlewsrestformat') === 'json';
  const token = take('wstoken');
  const name = take('wsfunction');
  const result = await call(site, token, name, variables);
  if (result.kind === 'exception') {
    return answer(isJson, (isJson ? jsonError : xmlError)(result.exception, site.debug));
  }
  return answer(isJson, isJson ? phpJson(result.value) : xmlValue(result.function?.returns ?? null, result.value));
}

async function call(site: MockSite, token: string, name: string, variables: Variables): Promise<Result> {
  const failed = (exception: MockException): Result => ({ kind: 'exception', exception });
  if (token !== site.token) return failed(invalidToken);
  if (name === '' || name === '0') return failed(missingFunction);
  const found = await findFunction(site, name);
  if (found.kind === 'exception') return found;
  return execute(site, found.function, variables.size === 0 ? {} : variableToJson(variables));
}

function answer(isJson: boolean, body: string): MockResponse {
  const type: Record<string, string> = isJson
    ? { 'content-type': 'application/json' }
    : {
        'content-type': 'application/xml; charset=utf-8',
        'content-disposition': 'inline; filename="response.xml"',
      };
  return {
    status: 200,
    headers: {
      ...type,
      'cache-control': 'private, must-revalidate, pre-check=0, post-check=0, max-age=0',
      expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
      pragma: 'no-cache',
      'accept-ranges': 'none',
      // As Moodle says it; what protects the mock site is the token.
      'access-control-allow-origin': '*',
    },
    body,
  };
}
