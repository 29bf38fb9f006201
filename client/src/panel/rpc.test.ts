import { describe, expect, it } from 'vitest';
import { Requests } from '../../webview/rpc.ts';
import type { ToExtension } from './messages.ts';
import type { Handlers } from './rpc.ts';
import { answer } from './rpc.ts';

const unused = () => Promise.reject(new Error('secret detail'));
const none = () => Promise.resolve(null);
const handlers: Handlers = {
  start: unused,
  functions: () => Promise.resolve([]),
  selectSite: none,
  selectFunction: none,
  edit: none,
  resetArguments: none,
  send: none,
  sendAnyway: none,
  cancel: none,
  run: none,
  children: () => Promise.resolve({ rows: [], more: 0 }),
  find: () => Promise.resolve({ rows: [], more: 0 }),
  copy: none,
  openPlace: none,
  focus: none,
};

/** Both sides, joined; each message goes through JSON as in a webview. */
function join(using: Handlers) {
  const errors: string[] = [];
  const requests = new Requests((message) => {
    void answer(JSON.parse(JSON.stringify(message)), using, (method) => errors.push(method)).then((reply) => {
      if (reply) requests.receive(reply);
    });
  });
  return { requests, errors };
}

describe('rpc', () => {
  it('answers each request with its own result, in any order', async () => {
    let release: () => void = () => undefined;
    const { requests } = join({
      ...handlers,
      send: () =>
        new Promise(
          (resolve) =>
            (release = () => {
              resolve(null);
            }),
        ),
    });
    const slow = requests.send('send', null);
    expect(await requests.send('functions', null)).toEqual([]);
    release();
    expect(await slow).toBeNull();
  });

  it('rejects a request whose handler failed, without the details', async () => {
    const { requests, errors } = join(handlers);
    await expect(requests.send('start', null)).rejects.toThrow(/^start$/);
    expect(errors).toEqual(['start']);
  });

  it('rejects what is pending, and what comes later, once the panel is closed', async () => {
    const { requests } = join({ ...handlers, send: () => new Promise(() => undefined) });
    const pending = requests.send('send', null);
    requests.dispose();
    await expect(pending).rejects.toThrow('closed');
    await expect(requests.send('cancel', null)).rejects.toThrow('closed');
  });

  it('does not take other messages for answers', () => {
    const sent: ToExtension[] = [];
    const requests = new Requests((message) => sent.push(message));
    expect(requests.receive({ kind: 'focus', target: 'answer' })).toBe(false);
    expect(requests.receive({ kind: 'failed', id: 99, message: 'x' })).toBe(true);
  });

  it.each([
    null,
    'send',
    {},
    { id: '1', method: 'send', params: null },
    { id: 1, method: 'toString', params: null },
    { id: 1, method: 'edit', params: null },
    { id: 1, method: 'edit', params: { text: 1 } },
    { id: 1, method: 'send', params: {} },
    { id: 1, method: 'selectSite', params: { wwwroot: 'x' } },
    { id: 1, method: 'children', params: { path: 'x', from: 0 } },
    { id: 1, method: 'children', params: { path: [{}], from: 0 } },
    { id: 1, method: 'children', params: { path: [], from: -1 } },
  ])('ignores %j', async (message) => {
    expect(await answer(message, handlers, () => undefined)).toBeUndefined();
  });
});
