import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { describeError } from './guard.ts';
import { testGuard } from './lsp.testkit.ts';

const never = new CancellationTokenSource().token;
const fail = () => {
  throw new TypeError('no');
};

it('answers, and tells what was slow', async () => {
  const { guard, clock, logger } = testGuard();
  const handler = guard.request('x/slow', 0, async (n: number) => {
    await clock.pass(n);
    return n;
  });
  expect(await handler(10, never)).toBe(10);
  expect(logger.lines).toEqual([]);
  expect(await handler(700, never)).toBe(700);
  expect(logger.lines).toEqual(['info: x/slow took 700 ms.']);
});

it('answers with the fallback when a handler throws, now or later', async () => {
  const { guard, logger } = testGuard();
  expect(await guard.request('x/throws', 'nothing', fail)(null, never)).toBe('nothing');
  expect(await guard.request('x/rejects', 'nothing', () => Promise.reject(new Error('late')))(null, never)).toBe(
    'nothing',
  );
  expect(logger.lines).toEqual([
    expect.stringMatching(/^error: x\/throws failed: TypeError: no\n/),
    expect.stringMatching(/^error: x\/rejects failed: Error: late\n/),
  ]);
});

it('does not run, and does not answer, what was cancelled', async () => {
  const { guard, logger } = testGuard();
  const source = new CancellationTokenSource();
  const cancelled = { code: LSPErrorCodes.RequestCancelled };
  await expect(
    guard.request('x', 0, () => {
      source.cancel();
      return 1;
    })(null, source.token),
  ).rejects.toMatchObject(cancelled);
  await expect(guard.request('x', 0, fail)(null, source.token)).rejects.toMatchObject(cancelled);
  expect(logger.lines).toEqual([]);
});

it('keeps notifications from throwing', async () => {
  const { guard, logger } = testGuard();
  await guard.notification('x/note', fail)(null);
  expect(logger.lines).toHaveLength(1);
});

it('has no token in what it logs', () => {
  const token = '0123456789abcdef0123456789ABCDEF';
  expect(describeError(new Error(`wstoken=${token}&x`))).toContain('wstoken=…&x');
  expect(describeError('x'.repeat(5000))).toHaveLength(4000);
});
