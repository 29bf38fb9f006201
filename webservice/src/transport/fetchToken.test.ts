import { describe, expect, it } from 'vitest';
import { explain } from '../errors/explain.ts';
import { Secret } from '../wire/secret.ts';
import { site } from '../wire/wire.testkit.ts';
import { callFunction } from './callFunction.ts';
import { fetchToken } from './fetchToken.ts';
import { startMockServer } from './mockServer.ts';
import { listenHttp } from './server.testkit.ts';

describe('fetchToken', () => {
  it('gets a token that calls functions', async () => {
    const started = await startMockServer({
      functions: {
        names: () => Promise.resolve([]),
        find: () => Promise.resolve(null),
      },
    });
    if (started.kind !== 'started') throw new Error(started.kind);
    const { server } = started;
    const wwwroot = site(server.wwwroot);
    const login = (text: string) =>
      fetchToken({
        wwwroot,
        username: server.username,
        password: new Secret(text, wwwroot),
        service: 'moodle_mobile_app',
      });
    const fetched = await login(server.password);
    if (fetched.kind !== 'token') throw new Error(fetched.kind);
    const call = { wwwroot, token: fetched.token, function: 'core_webservice_get_site_info', args: {} };
    const { outcome } = await callFunction(call);
    expect(outcome).toMatchObject({ kind: 'value', value: { siteurl: wwwroot } });
    const refused = await login('wrong password');
    if (refused.kind === 'token') throw new Error('a token');
    expect(explain(refused).code).toBe('invalidlogin');
    expect(explain(refused).title).toBe('The site does not accept this user name and password');
    await server.close();
    expect(await login(server.password)).toMatchObject({ kind: 'refused' });
  });

  it('repeats no password that a site prints', async () => {
    const { port } = await listenHttp((_, answer) => answer.end('{"error":"no p4ssw0rd!","errorcode":"x"}'));
    const wwwroot = site(`http://127.0.0.1:${port}`);
    const fetched = await fetchToken({
      wwwroot,
      username: 'a',
      password: new Secret('p4ssw0rd!', wwwroot),
      service: 's',
    });
    expect(fetched).toMatchObject({ kind: 'exception', message: 'no [secret]' });
  });
});
