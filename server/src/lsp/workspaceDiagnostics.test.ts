import { CancellationTokenSource } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { TestClock } from './lsp.testkit.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function setUp(texts: Record<string, string>) {
  const clock = new TestClock();
  const checked: string[] = [];
  const diagnostics = new WorkspaceDiagnostics({
    clock,
    yield: () => Promise.resolve(),
    files: () =>
      Promise.resolve(
        Object.keys(texts).map((uri) => ({
          uri,
          check: () => {
            checked.push(uri);
            const items: Diagnostic[] = texts[uri] === '' ? [] : [{ range, message: '', code: texts[uri]! }];
            return Promise.resolve(items);
          },
        })),
      ),
  });
  const ids = new Map<string, string>();
  const source = new CancellationTokenSource();
  /** Asks as clients do: with what they have. */
  const ask = async () => {
    const previousResultIds = [...ids].map(([uri, value]) => ({ uri, value }));
    const { items } = await diagnostics.report({ previousResultIds }, source.token);
    for (const { uri, resultId = '' } of items) ids.set(uri, resultId);
    return items.map((one) => `${one.uri} ${one.kind === 'full' ? one.items.map(({ code }) => code).join() : 'same'}`);
  };
  const change = async (more: Record<string, string>) => {
    Object.assign(texts, more);
    diagnostics.changed();
    await clock.pass(2000);
  };
  return { ask, change, checked, clock, diagnostics, source, texts };
}

it('tells of files with findings once', async () => {
  const { ask, checked, source } = setUp({ a: 'wrong', b: '', c: 'worse' });
  expect(await ask()).toEqual(['a wrong', 'c worse']);
  expect(checked).toEqual(['a', 'b', 'c']);
  const second = ask();
  await Promise.resolve();
  source.cancel();
  expect(await second).toEqual([]);
  // Nothing has changed: nothing was checked again.
  expect(checked).toHaveLength(3);
});

it('answers again when something has changed, with that', async () => {
  const { ask, change, checked } = setUp({ a: 'wrong', b: '' });
  await ask();
  const second = ask();
  await change({ b: 'new' });
  expect(await second).toEqual(['b new']);
  const third = ask();
  await change({ a: '' });
  expect(await third).toEqual(['a ']);
  expect(checked).toHaveLength(6);
  const fourth = ask();
  await change({ b: '' });
  expect(await fourth).toEqual(['b ']);
});

it('checks once for a group of changes', async () => {
  const { ask, clock, checked, diagnostics, texts } = setUp({ a: 'wrong' });
  await ask();
  const second = ask();
  for (let i = 0; i < 20; i += 1) {
    diagnostics.changed();
    await clock.pass(100);
  }
  expect(checked).toHaveLength(1);
  texts['a'] = 'other';
  await clock.pass(2000);
  expect(await second).toEqual(['a other']);
  expect(checked).toHaveLength(2);
});

it('tells that a file is gone, or open, once', async () => {
  const { ask, change, texts, source } = setUp({ a: 'wrong' });
  await ask();
  delete texts['a'];
  const second = ask();
  await change({});
  expect(await second).toEqual(['a ']);
  const third = ask();
  await change({});
  source.cancel();
  expect(await third).toEqual([]);
});
