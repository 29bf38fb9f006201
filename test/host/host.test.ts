import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { test } from 'vitest';
import { launchBrowser } from '../e2e/support/browser.ts';
import { startHostServer } from '../support/hostServer.mjs';
import type { HostResult } from './suite/index.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const suite = join(repository, '.cache', 'host');

/** Every test of the suite runs in VS Code's extension host; here each is reported under its own name. */
for (const { title, error } of await runInExtensionHost()) {
  test(title, () => {
    if (error !== null) throw new Error(error);
  });
}

async function runInExtensionHost(): Promise<HostResult[]> {
  rmSync(suite, { recursive: true, force: true });
  await build({
    entryPoints: [join(repository, 'test/host/suite/*.ts')],
    outdir: suite,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });

  const root = mkdtempSync(join(tmpdir(), 'moodle-ws-host-'));
  const folder = join(root, 'local_groupmanager');
  cpSync(join(repository, 'test/fixtures/sample'), folder, { recursive: true });
  const server = await startHostServer({ root });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const console: string[] = [];
    page.on('console', (message) => console.push(message.text()));
    await page.goto(server.address({ folder, extension: repository, tests: join(suite, 'index.cjs') }));
    return await results(join(suite, 'results.json'), () => console.slice(-20).join('\n'));
  } finally {
    await browser.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What the suite wrote at its end; without that, what VS Code said. */
async function results(file: string, log: () => string): Promise<HostResult[]> {
  for (let tries = 0; tries < 600; tries++) {
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as HostResult[];
    await wait(100);
  }
  throw new Error(`The tests in the extension host did not end.\n${log()}`);
}
