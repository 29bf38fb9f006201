import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { startCodeServer } from '../../support/codeServer.mjs';
import { launchBrowser } from './browser.ts';
import { Workbench } from './workbench.ts';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const artifacts = join(repository, 'artifacts');

/** How much longer than usual everything may take: for a machine that is busy with other things. */
const patience = Number(process.env['MOODLE_WS_PATIENCE'] ?? 1);

export interface Session {
  readonly workbench: Workbench;
  readonly page: Page;
  /** Reads a file of the workspace as it is on disk. */
  read(path: string): string;
  /** The files with a text, among all that VS Code has written. */
  filesWith(text: string): string[];
  /** Ends the language server as a crash would. */
  killLanguageServer(): void;
  /** Leaves a picture in artifacts/, for people to look at. */
  picture(name: string): Promise<void>;
  stop(): Promise<void>;
}

export interface SessionOptions {
  /** The workspace is a copy of this folder. */
  readonly sample?: string;
  readonly file: string;
  readonly settings?: Record<string, unknown>;
  /** The workspace is in restricted mode. */
  readonly restricted?: boolean;
}

/** After each failed test, a picture of what a user would see. */
export function pictureFailures(session: () => Session): void {
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await session().picture(`failed ${task.name.replaceAll(/\W+/g, ' ')}`);
  });
}

/** VS Code in a browser, with the packaged extension and one file of a workspace open. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { sample, file, settings = {}, restricted = false } = options;
  const root = mkdtempSync(join(tmpdir(), 'moodle-ws-e2e-'));
  const folder = join(root, 'local_groupmanager');
  cpSync(sample ?? join(repository, 'test/fixtures/sample'), folder, { recursive: true });
  mkdirSync(artifacts, { recursive: true });

  const look = {
    'editor.cursorBlinking': 'solid',
    'editor.minimap.enabled': false,
    'editor.hover.delay': 100,
    'workbench.colorTheme': 'Default Dark Modern',
  };
  const [server, browser] = await Promise.all([
    startCodeServer({ root, vsix: packageFile(), settings: { ...look, ...settings }, restricted }),
    launchBrowser(),
  ]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000 * patience);
  await page.goto(server.signIn(folder, file));
  const workbench = new Workbench(page);
  await workbench.ready();
  return {
    workbench,
    page,
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    filesWith(text) {
      const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      return entries
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((path) => readFileSync(path).includes(text));
    },
    killLanguageServer() {
      const ours = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && isLanguageServer(entry, root));
      for (const pid of ours) process.kill(Number(pid), 'SIGKILL');
      if (ours.length === 0) throw new Error('No language server is running');
    },
    async picture(name) {
      writeFileSync(join(artifacts, `${name}.png`), await settled(page));
    },
    async stop() {
      await browser.close();
      await server.stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Whether a process runs the server of the extension that is installed below a folder. */
function isLanguageServer(pid: string, root: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(join(root, 'extensions')) && command.includes(join('dist', 'server.js'));
  } catch {
    return false; // it has ended meanwhile
  }
}

/** A picture of the page once it has come to rest: colours and hovers come late. */
async function settled(page: Page): Promise<Buffer> {
  let before = await page.screenshot();
  for (let tries = 0; tries < 20; tries++) {
    await page.waitForTimeout(250);
    const now = await page.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}

function packageFile(): string {
  const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  return join(repository, `${String(name)}-${String(version)}.vsix`);
}
