import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));

test('the demo lets in who has the password, and Ctrl+C ends all of it', async () => {
  const demo = spawn(process.execPath, ['scripts/demo.mjs'], {
    cwd: repository,
    env: { ...process.env, NO_OPEN: '1' },
  });
  const ended = new Promise((resolve) => demo.once('exit', resolve));
  let output = '';
  demo.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  demo.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes('Ctrl+C ends everything') && demo.exitCode === null) await wait(100);
  const address = new URL(/http:\S+/.exec(output)?.[0] ?? output);
  const password = /password: (\S+)/.exec(output)?.[1] ?? '';

  expect(address.hostname).toBe('127.0.0.1');
  const root = dirname(address.searchParams.get('folder') ?? '');
  expect(statSync(root).mode & 0o077).toBe(0);
  expect((await fetch(address)).url).toContain('/login');
  expect(await login(address, 'guess')).toBe(200); // the same page again
  expect(await login(address, password)).toBe(302);

  const mock = /URL +(http:\S+)/.exec(output)?.[1] ?? '';
  expect((await fetch(`${mock}/webservice/rest/server.php`)).status).toBe(200);

  demo.kill('SIGINT');
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
  await expect(fetch(mock)).rejects.toThrow();
  expect(existsSync(root)).toBe(false);
});

async function login(address: URL, password: string): Promise<number> {
  const body = new URLSearchParams({ password });
  return (await fetch(new URL('/login', address), { method: 'POST', body, redirect: 'manual' })).status;
}
