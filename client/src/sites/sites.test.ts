import { describe, expect, it } from 'vitest';
import { Secret } from '../../../webservice/src/wire/secret.ts';
import { Sites } from './sites.ts';
import { memento, secretStore, site, wwwroot } from './sites.testkit.ts';
import { Tokens } from './tokens.ts';

const a = site('https://a.example', 'A');
const b = site('https://b.example/moodle', 'B');

describe('Sites', () => {
  it('keeps sites in order, machine-wide, and replaces one in place', async () => {
    const machine = memento();
    const sites = new Sites(machine, memento());
    await sites.put(a);
    await sites.put(b);
    await sites.put({ ...a, name: 'Renamed' });
    const moved = site('https://c.example', 'Moved');
    await sites.put(moved, a.wwwroot);
    expect(new Sites(machine, memento()).list()).toEqual([moved, b]);
  });

  it('has one site per address', async () => {
    const sites = new Sites(memento(), memento());
    await sites.put(a);
    await sites.put(b);
    await sites.put({ ...b, name: 'A now' }, a.wwwroot);
    expect(sites.list()).toEqual([{ ...b, name: 'A now' }]);
    await sites.remove(b.wwwroot);
    expect(sites.list()).toEqual([]);
    expect(sites.selected()).toBeUndefined();
  });

  it('selects per workspace and falls back to the first', async () => {
    const machine = memento();
    const sites = new Sites(machine, memento());
    await sites.put(a);
    await sites.put(b);
    expect(sites.selected()?.site).toEqual(a);
    await sites.select(b.wwwroot);
    expect(sites.selected()?.site).toEqual(b);
    expect(new Sites(machine, memento()).selected()?.site).toEqual(a);
  });

  it('has users, and selects one of them, else the first', async () => {
    const sites = new Sites(memento(), memento());
    await sites.put({ ...a, users: [] });
    expect(sites.selected()?.user).toBeUndefined();
    const admin = await sites.addUser(sites.list()[0]!, 'admin');
    const teacher = await sites.addUser(sites.list()[0]!, 'teacher');
    expect(sites.selected()?.user).toEqual(admin);
    await sites.select(a.wwwroot, teacher.id);
    await sites.renameUser(sites.list()[0]!, teacher, 'teacher1');
    expect(sites.selected()?.user).toEqual({ id: teacher.id, name: 'teacher1' });
    await sites.removeUser(sites.list()[0]!, teacher);
    expect(sites.selected()?.user).toEqual(admin);
  });

  it('leaves out what is no site', async () => {
    const machine = memento();
    const stored = [
      null,
      'x',
      { name: 'x' },
      { name: 'x', wwwroot: 'javascript:alert(1)' },
      { ...a, extra: 1, users: [...a.users, { id: 'x', name: 'x' }, 7] },
    ];
    await machine.update('moodleWs.sites', stored);
    expect(new Sites(machine, memento()).list()).toEqual([a]);
    await machine.update('moodleWs.sites', 'broken');
    expect(new Sites(machine, memento()).list()).toEqual([]);
  });
});

describe('Tokens', () => {
  it('belong to origin and path: a site that moves has none', async () => {
    const store = secretStore();
    const tokens = new Tokens(store);
    await tokens.set('1', new Secret(' canary-token ', wwwroot('https://a.example/moodle')));
    expect(await tokens.has(wwwroot('https://a.example/moodle/'), '1')).toBe(true);
    expect(await tokens.has(wwwroot('https://a.example'), '1')).toBe(false);
    expect(await tokens.has(wwwroot('http://a.example/moodle'), '1')).toBe(false);
    expect(await tokens.has(wwwroot('https://a.example/moodle'), '2')).toBe(false);
    expect([...store.entries.values()]).toEqual(['canary-token']);
  });

  it('are revealed for their own wwwroot only and never printed', async () => {
    const tokens = new Tokens(secretStore());
    const address = wwwroot('https://a.example/moodle');
    await tokens.set('1', new Secret('canary-token', address));
    const token = (await tokens.get(address, '1'))!;
    expect(token.reveal('https://a.example/moodle/webservice/rest/server.php')).toBe('canary-token');
    expect(token.reveal('https://evil.example/')).toBeNull();
    expect(`${JSON.stringify({ token })} ${String(token)}`).not.toContain('canary');
  });

  it('are removed', async () => {
    const store = secretStore();
    const tokens = new Tokens(store);
    await tokens.set('1', new Secret('canary-token', a.wwwroot));
    await tokens.set('2', new Secret('  ', a.wwwroot));
    await tokens.delete(a.wwwroot, '1');
    expect(store.entries.size).toBe(0);
    expect(await tokens.get(a.wwwroot, '1')).toBeUndefined();
  });
});
