import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a function answers; `delay` in milliseconds, `body` instead of JSON for what is no web service at all. */
export interface Answer {
  readonly value?: unknown;
  readonly delay?: number;
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

export interface ReceivedCall {
  readonly function: string;
  readonly token: string;
  /** As sent: `groups[0][name]` → value. */
  readonly arguments: ReadonlyMap<string, string>;
}

export interface MoodleSite {
  readonly wwwroot: string;
  readonly token: string;
  /** But for the question whose token it is. */
  readonly calls: readonly ReceivedCall[];
  close(): Promise<void>;
}

/** Who may sign in for a token of the site. */
export const account = { username: 'manager', password: 'Manager-Example-1', service: 'moodle_mobile_app' };

const failure = (exception: string, errorcode: string, message: string): Answer => ({
  value: { exception, errorcode, message },
});

/** Says whose token it is and what it may call. */
const siteInfo = 'core_webservice_get_site_info';

/**
 * The REST endpoint of a Moodle site on 127.0.0.1, answering what real ones were seen to answer.
 * @param functions the functions in the token's service, each with its answer to the arguments
 */
export async function startMoodleSite(
  functions: Record<string, (call: ReceivedCall) => Answer>,
  token = 'b6d2c1a09f3e4d5c8b7a695847362514',
): Promise<MoodleSite> {
  const calls: ReceivedCall[] = [];
  const info = {
    sitename: 'Example School',
    username: 'teacher1',
    fullname: 'Terri Teacher',
    release: '4.4 (Build: 20240422)',
    functions: Object.keys(functions).map((name) => ({ name, version: '2024042200' })),
  };
  const answer = (call: ReceivedCall): Answer => {
    if (call.token !== token) return failure('moodle_exception', 'invalidtoken', 'Invalid token - token not found');
    const implementation = call.function === siteInfo ? () => ({ value: info }) : functions[call.function];
    return (
      implementation?.(call) ?? failure('webservice_access_exception', 'accessexception', 'Access control exception')
    );
  };

  const server = createServer((request, response) => {
    void (async () => {
      const fields = Object.fromEntries(new URLSearchParams(await text(request)));
      if (request.url === '/login/token.php') {
        const isRight = Object.entries(account).every(([name, value]) => fields[name] === value);
        const error = { error: 'Invalid login, please try again', errorcode: 'invalidlogin', stacktrace: null };
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(isRight ? { token, privatetoken: null } : error));
        return;
      }
      const { wstoken = '', wsfunction = '', ...rest } = fields;
      if (request.url !== '/webservice/rest/server.php' || rest['moodlewsrestformat'] !== 'json') {
        response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
        return;
      }
      delete rest['moodlewsrestformat'];
      const call = { function: wsfunction, token: wstoken, arguments: new Map(Object.entries(rest)) };
      if (wsfunction !== siteInfo) calls.push(call);
      const { value = null, delay = 0, status = 200, body = JSON.stringify(value), headers = {} } = answer(call);
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      }, delay);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    wwwroot: `http://127.0.0.1:${port}`,
    token,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
