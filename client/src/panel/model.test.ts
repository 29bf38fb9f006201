import { beforeEach, describe, expect, it } from 'vitest';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Call } from '../../../webservice/src/wire/outcome.ts';
import { Secret } from '../../../webservice/src/wire/secret.ts';
import { SiteInfos } from '../sites/siteInfo.ts';
import { Sites } from '../sites/sites.ts';
import { memento, secretStore, site } from '../sites/sites.testkit.ts';
import { Tokens } from '../sites/tokens.ts';
import { Drafts } from './drafts.ts';
import type { PanelState } from './messages.ts';
import { PanelModel } from './model.ts';
import type { Answer, PanelPorts } from './model.ts';

const a = site('https://a.example', 'A');
const b = site('https://b.example', 'B');
const canary = 'canary-token-0123';

const course: ExternalFunction = {
  name: 'core_course_get',
  component: 'moodle',
  classname: 'core_course\\external\\get',
  methodname: 'execute',
  type: 'read',
  ajax: true,
  loginrequired: true,
  readonlysession: false,
  capabilities: '',
  deprecated: false,
  description: 'A course',
  services: [],
  file: 'course/classes/external/get.php',
  line: 1,
  parameters: {
    kind: 'single',
    desc: '',
    required: 'VALUE_REQUIRED',
    default: null,
    allownull: false,
    complete: true,
    keys: [
      [
        'id',
        {
          kind: 'value',
          type: 'int',
          desc: '',
          required: 'VALUE_REQUIRED',
          default: null,
          allownull: false,
          complete: true,
        },
      ],
    ],
  },
  returns: null,
  complete: true,
};
const info = {
  siteName: 'School',
  release: '4.4',
  userName: 'teacher1',
  fullName: 'Terri',
  functions: ['core_course_get', 'core_course_other'],
};
const answer: Answer = {
  view: {
    ok: true,
    summary: '200',
    announcement: '',
    explanation: null,
    places: [],
    warnings: [],
    deviations: [],
    text: '[]',
    hidden: 0,
  },
  document: '[]',
  tree: null,
  places: null,
};

/** A panel over two sites, the first with a token, and an index of one function. */
async function setUp(change: Partial<PanelPorts> = {}) {
  const machine = memento();
  const workspace = memento();
  const sites = new Sites(machine, workspace);
  const tokens = new Tokens(secretStore());
  await sites.put(a);
  await sites.put(b);
  await tokens.set('1', new Secret(canary, a.wwwroot));
  const states: PanelState[] = [];
  const calls: { call: Call; wwwroot: string }[] = [];
  const asked: (readonly string[])[] = [];
  const ports: PanelPorts = {
    sites,
    tokens,
    infos: new SiteInfos(machine),
    remote: null,
    drafts: new Drafts(workspace),
    isTrusted: () => true,
    functions: () => Promise.resolve([course, course]),
    function: (name) => Promise.resolve(name === course.name ? course : null),
    askToken: () => Promise.resolve(false),
    askSite: () => Promise.resolve({ kind: 'info', info }),
    confirmWrite: (_site, functions) => {
      asked.push(functions);
      return Promise.resolve(true);
    },
    call: (call, _known, { wwwroot }) => {
      calls.push({ call, wwwroot });
      return Promise.resolve(answer);
    },
    onChange: (state) => states.push(state),
    ...change,
  };
  const model = new PanelModel(ports);
  await model.start();
  return { model, ports, states, calls, asked, sites, tokens, reload: () => new PanelModel(ports) };
}

describe('arguments', () => {
  it('begin as a sample of the schema, and are empty for an unknown function', async () => {
    const { model } = await setUp();
    await model.selectFunction('core_course_get');
    expect(JSON.parse(model.snapshot().arguments)).toEqual({ id: 0 });
    expect(model.snapshot().brief?.name).toBe('core_course_get');
    await model.selectFunction('local_unknown_get');
    expect([model.snapshot().arguments, model.snapshot().brief]).toEqual(['{}', null]);
  });

  it('stay as typed, per function and site and across reloads', async () => {
    const { model, reload } = await setUp();
    await model.selectFunction('core_course_get');
    await model.edit('{"id": 7}');
    await model.selectFunction('other_function_name');
    await model.selectFunction('core_course_get');
    expect(model.snapshot().arguments).toBe('{"id": 7}');
    await model.selectSite(b.wwwroot, '1');
    expect(JSON.parse(model.snapshot().arguments)).toEqual({ id: 0 });
    await model.selectSite(a.wwwroot, '1');
    const again = reload();
    await again.start();
    expect([again.snapshot().functionName, again.snapshot().arguments]).toEqual(['core_course_get', '{"id": 7}']);
  });

  it('typed before the first site was added belong to it', async () => {
    const { model, sites } = await setUp();
    await sites.remove(a.wwwroot);
    await sites.remove(b.wwwroot);
    await model.refreshSites();
    await model.selectFunction('core_course_get');
    await model.edit('{"id": 7}');
    await sites.put(b);
    await model.refreshSites();
    expect([model.snapshot().site, model.snapshot().arguments]).toEqual([b.wwwroot, '{"id": 7}']);
  });

  it('are not overwritten when the index arrives late, but a sample is filled in', async () => {
    let index: ExternalFunction | null = null;
    const { model } = await setUp({ function: () => Promise.resolve(index) });
    await model.selectFunction('core_course_get');
    const { argumentsRevision } = model.snapshot();
    index = course;
    await model.refreshIndex();
    expect(JSON.parse(model.snapshot().arguments)).toEqual({ id: 0 });
    expect(model.snapshot().argumentsRevision).toBeGreaterThan(argumentsRevision);
    await model.edit(`{"token": "${canary}"}`);
    await model.refreshIndex();
    expect(model.snapshot().arguments).toContain(canary);
  });

  it('go back to the sample on request', async () => {
    const { model } = await setUp();
    await model.selectFunction('core_course_get');
    await model.edit('broken');
    await model.resetArguments();
    expect(JSON.parse(model.snapshot().arguments)).toEqual({ id: 0 });
  });
});

describe('send', () => {
  let panel: Awaited<ReturnType<typeof setUp>>;
  beforeEach(async () => {
    panel = await setUp();
    await panel.model.selectFunction('core_course_get');
  });

  it('calls the selected site and shows the answer', async () => {
    const { model, calls, states } = panel;
    await model.edit('{"id": 7}');
    expect(await model.send()).toBe('done');
    expect(calls).toEqual([{ call: { function: 'core_course_get', args: { id: 7 } }, wwwroot: a.wwwroot }]);
    expect(states.some(({ sending }) => sending)).toBe(true);
    expect(model.snapshot()).toMatchObject({ sending: false, outcome: { ok: true }, outcomeRevision: 1 });
    expect(model.lastAnswer).toMatchObject({ name: 'core_course_get', document: '[]' });
  });

  it.each(['{', '[]', '1', 'null'])('refuses %j as arguments and keeps the text', async (text) => {
    await panel.model.edit(text);
    expect(await panel.model.send()).toBe('invalid-arguments');
    expect([panel.calls, panel.model.snapshot().arguments]).toEqual([[], text]);
  });

  it('calls a function that the index does not know, at once after its name was typed', async () => {
    void panel.model.selectFunction(' local_unknown_get ');
    expect(await panel.model.send()).toBe('done');
    expect(panel.calls[0]!.call.function).toBe('local_unknown_get');
  });

  it('asks for a missing token, and gives up without one', async () => {
    const { model, ports, tokens, calls } = panel;
    await model.selectSite(b.wwwroot, '1');
    expect(await model.send()).toBe('refused');
    ports.askToken = async ({ wwwroot }) => {
      await tokens.set('1', new Secret('another-token', wwwroot));
      return true;
    };
    expect(await model.send()).toBe('done');
    expect(calls.map(({ wwwroot }) => wwwroot)).toEqual([b.wwwroot]);
  });

  it('calls nothing in an untrusted workspace', async () => {
    panel.ports.isTrusted = () => false;
    expect(await panel.model.send()).toBe('refused');
    expect(panel.calls).toEqual([]);
    expect(panel.model.snapshot().trusted).toBe(false);
  });

  it('sends once at a time and cancels on the wire', async () => {
    let signal: AbortSignal | undefined;
    panel.ports.call = (_call, _known, _site, _token, given) =>
      new Promise((resolve) => {
        signal = given;
        const end = () => {
          resolve(answer);
        };
        if (given.aborted) end();
        else given.addEventListener('abort', end);
      });
    const first = panel.model.send();
    expect(await panel.model.send()).toBe('refused');
    panel.model.cancel();
    expect(await first).toBe('done');
    expect(signal!.aborted).toBe(true);
    expect(panel.model.snapshot().sending).toBe(false);
  });

  it('is over even when something breaks', async () => {
    panel.ports.call = () => Promise.reject(new Error('a bug'));
    await expect(panel.model.send()).rejects.toThrow('a bug');
    expect(panel.model.snapshot().sending).toBe(false);
  });

  it('forgets the answer when another function or site is chosen', async () => {
    await panel.model.send();
    await panel.model.selectFunction('local_unknown_get');
    expect([panel.model.snapshot().outcome, panel.model.lastAnswer]).toEqual([null, undefined]);
  });
});

describe('arguments that Moodle would refuse', () => {
  it('are marked, and sent only when that is asked for', async () => {
    const { model, calls } = await setUp();
    await model.selectFunction('core_course_get');
    await model.edit('{"id": "02"}');
    expect(model.snapshot().problems).toMatchObject([{ path: ['id'] }]);
    expect(await model.send()).toBe('invalid-arguments');
    expect([model.snapshot().refused, calls]).toEqual([true, []]);
    expect(await model.send(true)).toBe('done');
    expect(calls.map(({ call }) => call.args)).toEqual([{ id: '02' }]);
  });

  it('are not refused any more once they are corrected', async () => {
    const { model } = await setUp();
    await model.selectFunction('core_course_get');
    await model.edit('{"id": "x"}');
    await model.send();
    await model.edit('{"id": 2}');
    expect(model.snapshot()).toMatchObject({ problems: [], refused: false });
  });
});

describe('a production site', () => {
  const writing = { ...course, name: 'core_course_delete', type: 'write' };

  async function production() {
    const panel = await setUp({ functions: () => Promise.resolve([course, writing]) });
    await panel.sites.put({ ...a, production: true });
    await panel.model.refreshSites();
    return panel;
  }

  it('is written to after one question per function and window', async () => {
    const { model, asked, calls } = await production();
    await model.selectFunction('core_course_delete');
    expect(model.snapshot().writing).toEqual(['core_course_delete']);
    await model.send();
    await model.send();
    await model.selectFunction('local_unknown_get');
    await model.send();
    expect(asked).toEqual([['core_course_delete'], ['local_unknown_get']]);
    expect(calls).toHaveLength(3);
  });

  it('gets nothing when the answer is no, and is asked about again', async () => {
    const { model, ports, calls } = await production();
    let questions = 0;
    ports.confirmWrite = () => Promise.resolve(++questions > 2);
    await model.selectFunction('core_course_delete');
    expect([await model.send(), await model.send(), calls]).toEqual(['refused', 'refused', []]);
    expect(await model.send()).toBe('done');
  });

  it('is read without a question, and other sites are written to without one', async () => {
    const { model, asked } = await production();
    await model.selectFunction('core_course_get');
    await model.send();
    expect(model.snapshot().writing).toEqual([]);
    await model.selectSite(b.wwwroot, '1');
    await model.selectFunction('core_course_delete');
    expect([model.snapshot().writing, asked]).toEqual([[], []]);
  });
});

describe('a connection', () => {
  it('is tested when asked for, and tells what the token may call', async () => {
    const { model, states } = await setUp();
    expect((await model.functions()).map(({ name, available }) => [name, available])).toEqual([
      ['core_course_get', null],
    ]);
    await model.testConnection();
    expect(states.some(({ connection }) => connection?.kind === 'testing')).toBe(true);
    expect(model.snapshot().connection).toMatchObject({ kind: 'ok', userName: 'teacher1', functions: 2 });
    expect((await model.functions()).map(({ name, indexed, available }) => [name, indexed, available])).toEqual([
      ['core_course_get', true, true],
      ['core_course_other', false, true],
    ]);
  });

  it('that fails says why, until another site is selected', async () => {
    const failed = { kind: 'failed', title: 'Nobody', cause: 'x', cure: 'y' } as const;
    const { model } = await setUp({ askSite: () => Promise.resolve(failed) });
    await model.testConnection();
    expect(model.snapshot().connection).toEqual(failed);
    await model.selectSite(b.wwwroot, '1');
    expect(model.snapshot().connection).toBeNull();
  });

  it('is not tested without a token or trust', async () => {
    const { model, ports } = await setUp();
    ports.isTrusted = () => false;
    expect(await model.testConnection()).toBeUndefined();
    ports.isTrusted = () => true;
    await model.selectSite(b.wwwroot, '1');
    expect(await model.testConnection()).toBeUndefined();
  });
});

it('says whose machine localhost is, where the workspace is elsewhere', async () => {
  const { model, sites } = await setUp({ remote: 'ssh-remote' });
  expect(model.snapshot().localhostOf).toBeNull();
  await sites.put(site('http://localhost:8080'));
  await model.selectSite('http://localhost:8080', '1');
  expect(model.snapshot().localhostOf).toBe('ssh-remote');
});

it('says that a site has a token, never which', async () => {
  const { model, states } = await setUp();
  expect(model.snapshot().sites.map(({ name, users }) => [name, users[0]!.hasToken])).toEqual([
    ['A', true],
    ['B', false],
  ]);
  expect(JSON.stringify(states)).not.toContain('canary');
});
