import type { Api, Method, ToExtension, ToWebview } from './messages.ts';

/** One function per request; a thrown error reaches the webview as a rejection without details. */
export type Handlers = { [M in Method]: (params: Api[M]['params']) => Promise<Api[M]['result']> };

/**
 * The answering side: runs the handler of a request and gives the message to post back. What is no request of ours
 * (a webview can be sent anything by its own scripts) gets no answer.
 */
export async function answer(
  message: unknown,
  handlers: Handlers,
  onError: (method: Method, error: unknown) => void,
): Promise<ToWebview | undefined> {
  if (!isRequest(message, handlers)) return undefined;
  const { id, method, params } = message;
  try {
    const handle = handlers[method] as (params: ToExtension['params']) => Promise<Api[Method]['result']>;
    return { kind: 'result', id, result: await handle(params) };
  } catch (error) {
    onError(method, error);
    return { kind: 'failed', id, message: method };
  }
}

function isRequest(message: unknown, handlers: Handlers): message is ToExtension {
  if (typeof message !== 'object' || message === null) return false;
  const { id, method, params } = message as Record<string, unknown>;
  if (typeof id !== 'number' || typeof method !== 'string' || !Object.hasOwn(handlers, method)) return false;
  const expected = parameters[method as Method];
  if (expected === null) return params === null;
  if (typeof params !== 'object' || params === null) return false;
  return Object.entries(expected).every(([name, kind]) => checks[kind]((params as Record<string, unknown>)[name]));
}

const checks = {
  text: (value: unknown) => typeof value === 'string',
  index: (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0,
  path: (value: unknown) => Array.isArray(value) && value.every((part) => checks.text(part) || checks.index(part)),
};

type Checked<T> = T extends string ? 'text' : T extends number ? 'index' : 'path';

/** What each request carries. */
const parameters: {
  [M in Method]: Api[M]['params'] extends null ? null : { [K in keyof Api[M]['params']]: Checked<Api[M]['params'][K]> };
} = {
  start: null,
  functions: null,
  selectSite: { wwwroot: 'text', user: 'text' },
  selectFunction: { name: 'text' },
  edit: { text: 'text' },
  resetArguments: null,
  send: null,
  sendAnyway: null,
  cancel: null,
  run: { command: 'text' },
  children: { path: 'path', from: 'index' },
  find: { query: 'text' },
  copy: { what: 'text', path: 'path' },
  openPlace: { kind: 'text' },
  focus: { state: 'text' },
};
