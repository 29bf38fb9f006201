import { describe, expect, it } from 'vitest';
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
    await sites.put({ name: 'A now', wwwroot: b.wwwroot }, a.wwwroot);
    expect(sites.list()).toEqual([{ name: 'A now', wwwroot: b.wwwroot }]);
    await sites.remove(b.wwwroot);
    expect(sites.list()).toEqual([]);
    expect(sites.selected()).toBeUndefined();
  });

  it('selects per workspace and falls back to the first', async () => {
    const machine = memento();
    const sites = new Sites(machine, memento());
    await sites.put(a);
    await sites.put(b);
    expect(sites.selected()).toEqual(a);
    await sites.select(b.wwwroot);
    expect(sites.selected()).toEqual(b);
    expect(new Sites(machine, memento()).selected()).toEqual(a);
  });

  it('leaves out what is no site', async () => {
    const machine = memento();
    const stored = [null, 'x', { name: 'x' }, { name: 'x', wwwroot: 'javascript:alert(1)' }, { ...a, extra: 1 }];
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
    await tokens.set(wwwroot('https://a.example/moodle'), ' canary-token ');
    expect(await tokens.has(wwwroot('https://a.example/moodle/'))).toBe(true);
    expect(await tokens.has(wwwroot('https://a.example'))).toBe(false);
    expect(await tokens.has(wwwroot('http://a.example/moodle'))).toBe(false);
    expect([...store.entries.values()]).toEqual(['canary-token']);
  });

  it('are revealed for their own wwwroot only and never printed', async () => {
    const tokens = new Tokens(secretStore());
    const address = wwwroot('https://a.example/moodle');
    await tokens.set(address, 'canary-token');
    const token = (await tokens.get(address))!;
    expect(token.reveal('https://a.example/moodle/webservice/rest/server.php')).toBe('canary-token');
    expect(token.reveal('https://evil.example/')).toBeNull();
    expect(`${JSON.stringify({ token })} ${String(token)}`).not.toContain('canary');
  });

  it('are removed by an empty text', async () => {
    const store = secretStore();
    const tokens = new Tokens(store);
    await tokens.set(a.wwwroot, 'canary-token');
    await tokens.set(a.wwwroot, '  ');
    expect(store.entries.size).toBe(0);
    expect(await tokens.get(a.wwwroot)).toBeUndefined();
  });
});
