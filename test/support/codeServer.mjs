// Starts VS Code's server: the real workbench and extension host behind a page on 127.0.0.1.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const modules = fileURLToPath(new URL('../e2e/node_modules', import.meta.url));
export const vscodeDir = join(modules, 'code-server', 'lib', 'vscode');
const server = join(vscodeDir, 'out', 'server-main.js');
/** VS Code's server needs its own release of Node, which comes as a package. */
const node = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');

/** Whether this system is one that VS Code's server comes for. */
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
 * @typedef {object} CodeServer
 * @property {string} origin `http://127.0.0.1:<port>`
 * @property {(folder: string, options?: { file?: string, payload?: [string, string][] }) => string} address the page with
 *   a folder and, if wanted, a file of it open; it contains the token and is a secret
 * @property {(path: string) => string} uri how the workbench names a file of this machine
 * @property {Promise<void>} closed fulfilled when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the server and every process below it
 */

/**
 * Starts a server that only the holder of its random token can use. All it writes stays below `root`.
 * @param {object} options
 * @param {string} options.root an own folder, readable by this user only
 * @param {string} [options.vsix] an extension to install
 * @param {boolean} [options.hostTests] allows `extensionTestsPath` in the address; hides notifications
 * @param {Record<string, unknown>} [options.settings]
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer({ root, vsix, hostTests = false, settings: extra = {} }) {
  const home = join(root, 'home');
  const data = join(root, 'data');
  mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(home, { recursive: true });
  const settingsFile = join(data, 'User', 'settings.json');
  if (!existsSync(settingsFile)) writeFileSync(settingsFile, JSON.stringify({ ...settings, ...extra }, null, 2));

  const token = randomBytes(24).toString('hex');
  const tokenFile = join(root, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });

  const folders = [
    '--user-data-dir',
    data,
    '--extensions-dir',
    join(root, 'extensions'),
    '--server-data-dir',
    join(root, 'server'),
  ];
  const env = environment(home);
  if (vsix) await promisify(execFile)(node, [server, ...folders, '--install-extension', vsix, '--force'], { env });

  const listen = ['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile];
  const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
  const driver = hostTests ? ['--enable-smoke-test-driver'] : [];
  const child = spawn(node, [server, ...folders, ...listen, ...quiet, ...driver], {
    env,
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(root, 'server.log'));
  /** @type {Promise<void>} */
  const closed = new Promise((resolve) => child.once('close', () => resolve()));
  const port = await listening(child, log);

  const origin = `http://127.0.0.1:${port}`;
  /** @param {string} path */
  const uri = (path) => `vscode-remote://127.0.0.1:${port}${path}`;
  return {
    origin,
    uri,
    address(folder, { file, payload = [] } = {}) {
      const query = new URLSearchParams({ tkn: token, folder });
      const all = file ? [...payload, ['openFile', uri(join(folder, file))]] : payload;
      if (all.length > 0) query.set('payload', JSON.stringify(all));
      return `${origin}/?${query.toString()}`;
    },
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
 * The port, once the server listens.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {import('node:stream').Writable} log
 * @returns {Promise<string>}
 */
function listening(child, log) {
  let output = '';
  return new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      log.write(chunk);
      output += chunk.toString();
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => {
      log.end();
      reject(new Error(`VS Code's server did not start:\n${output}`));
    });
  });
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

/**
 * This environment with a home of its own, without what would reach into the server.
 * @param {string} home
 */
function environment(home) {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|XDG_|NODE_OPTIONS$|PORT$|PASSWORD$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), HOME: home };
}
