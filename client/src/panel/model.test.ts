import { beforeEach, describe, expect, it } from 'vitest';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Call } from '../../../webservice/src/wire/outcome.ts';
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
const answer: Answer = {
  view: { ok: true, summary: '200', announcement: '', explanation: null, warnings: [], text: '[]', hidden: 0 },
  document: '[]',
};

/** A panel over two sites, the first with a token, and an index of one function. */
async function setUp(change: Partial<PanelPorts> = {}) {
  const machine = memento();
  const workspace = memento();
  const sites = new Sites(machine, workspace);
  const tokens = new Tokens(secretStore());
  await sites.put(a);
  await sites.put(b);
  await tokens.set(a.wwwroot, canary);
  const states: PanelState[] = [];
  const calls: { call: Call; wwwroot: string }[] = [];
  const ports: PanelPorts = {
    sites,
    tokens,
    drafts: new Drafts(workspace),
    isTrusted: () => true,
    functions: () => Promise.resolve([course, course]),
    function: (name) => Promise.resolve(name === course.name ? course : null),
    askToken: () => Promise.resolve(false),
    call: (call, { wwwroot }) => {
      calls.push({ call, wwwroot });
      return Promise.resolve(answer);
    },
    onChange: (state) => states.push(state),
    ...change,
  };
  const model = new PanelModel(ports);
  await model.start();
  return { model, ports, states, calls, sites, tokens, reload: () => new PanelModel(ports) };
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
    await model.selectSite(b.wwwroot);
    expect(JSON.parse(model.snapshot().arguments)).toEqual({ id: 0 });
    await model.selectSite(a.wwwroot);
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
    expect(model.lastAnswer).toEqual({ name: 'core_course_get', text: '[]' });
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
    await model.selectSite(b.wwwroot);
    expect(await model.send()).toBe('refused');
    ports.askToken = async ({ wwwroot }) => {
      await tokens.set(wwwroot, 'another-token');
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
    panel.ports.call = (_call, _site, _token, given) =>
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

it('lists each function once', async () => {
  const { model } = await setUp();
  expect((await model.functions()).map(({ name }) => name)).toEqual(['core_course_get']);
});

it('says that a site has a token, never which', async () => {
  const { model, states } = await setUp();
  expect(model.snapshot().sites.map(({ name, hasToken }) => [name, hasToken])).toEqual([
    ['A', true],
    ['B', false],
  ]);
  expect(JSON.stringify(states)).not.toContain('canary');
});
