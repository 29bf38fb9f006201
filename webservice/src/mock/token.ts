import { invalidLogin, missingParameter, serviceNotAvailable } from './failure.ts';
import { fatalError, phpJson } from './format.ts';
import type { MockRequest, MockResponse } from './http.ts';
import { received } from './received.ts';
import { mockUser } from './site.ts';
import type { MockSite } from './site.ts';

/** login/token.php of Moodle 4.4: user name, password and service by POST or GET; errors in a shape of their own. */
export async function answerToken(site: MockSite, request: MockRequest): Promise<MockResponse> {
  const { query, form } = received(request);
  // required_param and optional_param look into the form first (lib/moodlelib.php).
  const value = (name: string): string | null => {
    const variable = form.get(name) ?? query.get(name);
    return typeof variable === 'string' ? variable : null;
  };
  const check = value('appsitecheck') ?? '';
  if (/^[1-9]/.test(check)) return answer(phpJson({ appsitecheck: 'ok' }));
  const missing = ['username', 'password', 'service'].find((name) => value(name) === null);
  if (missing !== undefined) return answer(fatalError(missingParameter(missing), site));
  const username = (value('username') ?? '').trim().toLowerCase();
  if (username !== mockUser || value('password') !== site.password) return answer(fatalError(invalidLogin, site));
  const service = (value('service') ?? '').replace(/[^\w-]/g, '');
  const services = ['moodle_mobile_app', ...((await site.functions.services?.()) ?? [])];
  if (!services.includes(service)) return answer(fatalError(serviceNotAvailable, site));
  // Moodle gives the private token over https only, and never to administrators.
  return answer(phpJson({ token: site.token, privatetoken: null }));
}

function answer(body: string): MockResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-store, no-cache, must-revalidate',
      pragma: 'no-cache',
      'accept-ranges': 'none',
    },
    body,
  };
}
