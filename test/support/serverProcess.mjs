// What both of VS Code's servers have in common: where they are, and that they leave nothing behind.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../e2e/node_modules', import.meta.url));
export const codeServerDir = join(modules, 'code-server');
export const vscodeDir = join(codeServerDir, 'lib', 'vscode');
/** The servers need their own release of Node, which comes as a package. */
export const node = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');

/** Whether this system is one that the servers come for. */
export const isSupported = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);

/** What a window shows that has nothing to do with the extension stays away. */
const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'git.enabled': false,
  'php.validate.enable': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Makes the folders of a server below `root`.
 * @param {string} root
 * @param {Record<string, unknown>} [extra] settings
 * @returns {{ args: string[], env: Record<string, string | undefined> }} the options that name the folders, and an
 *   environment without what would reach into the server
 */
export function prepare(root, extra = {}) {
  const [data, home] = [join(root, 'data'), join(root, 'home')];
  mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(join(data, 'User', 'settings.json'), JSON.stringify({ ...settings, ...extra }, null, 2));
  const foreign = /^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_|XDG_|NODE_OPTIONS$|PORT$|PASSWORD$|HASHED_PASSWORD$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return {
    args: ['--user-data-dir', data, '--extensions-dir', join(root, 'extensions')],
    env: { ...Object.fromEntries(kept), HOME: home },
  };
}

/**
 * @typedef {object} ServerProcess
 * @property {string} host `127.0.0.1:<port>`
 * @property {Promise<void>} closed fulfilled when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the server and every process below it
 */

/**
 * Starts a server on 127.0.0.1 and waits until it listens.
 * @param {string[]} args
 * @param {{ root: string, env: Record<string, string | undefined>, listening: RegExp }} options `listening` finds the
 *   port in the output
 * @returns {Promise<ServerProcess>}
 */
export async function start(args, { root, env, listening }) {
  const child = spawn(node, args, { env, cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(root, 'server.log'));
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => {
    child.once('close', () => {
      log.end();
      resolve();
    });
  });

  let output = '';
  /** @type {string} */
  const port = await new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      log.write(chunk);
      output += chunk.toString();
      const found = listening.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    void closed.then(() => reject(new Error(`VS Code's server did not start:\n${output}`)));
  });

  return {
    host: `127.0.0.1:${port}`,
    closed,
    async stop() {
      signal(child, 'SIGTERM');
      await Promise.race([closed, wait(3000, undefined, { ref: false })]);
      signal(child, 'SIGKILL');
      await closed;
    },
  };
}

/**
 * To the whole process group: extension hosts and language servers are children of the server.
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} name
 */
function signal(child, name) {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch {
    // The group is gone.
  }
}
