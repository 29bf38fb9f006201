// VS Code in a browser, as a user has it: the workbench, the extension host, and secrets that are kept.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { codeServerDir, node, prepare, start } from './serverProcess.mjs';

const entry = join(codeServerDir, 'out', 'node', 'entry.js');

/**
 * @typedef {object} CodeServer
 * @property {string} password without it nobody, not even another user of this machine, gets in
 * @property {(folder: string, file: string) => string} address the page with a folder and a file of it open
 * @property {(folder: string, file: string) => string} signIn the URL of a private page that gives the password and
 *   leads on to the address
 * @property {Promise<void>} closed
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a server behind a random password. All it writes stays below `root`.
 * @param {object} options
 * @param {string} options.root an own folder, readable by this user only
 * @param {string} options.vsix the extension
 * @param {Record<string, unknown>} [options.settings]
 * @param {boolean} [options.restricted] a folder is in restricted mode until the user trusts it
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer({ root, vsix, settings, restricted = false }) {
  const { args, env } = prepare(root, settings);
  const config = join(root, 'config.yaml');
  writeFileSync(config, 'cert: false\n');
  const base = [entry, '--config', config, ...args];
  await promisify(execFile)(node, [...base, '--install-extension', vsix, '--force'], { env });

  const password = randomBytes(16).toString('hex');
  const listen = ['--auth', 'password', '--bind-addr', '127.0.0.1:0'];
  const off = ['telemetry', 'update-check', 'getting-started-override', 'proxy'];
  if (!restricted) off.push('workspace-trust');
  const quiet = ['--ignore-last-opened', ...off.map((name) => `--disable-${name}`)];
  const { host, closed, stop } = await start([...base, ...listen, ...quiet], {
    root,
    env: { ...env, PASSWORD: password },
    listening: /HTTP server listening on http:\/\/127\.0\.0\.1:(\d+)/,
  });

  /** @param {string} folder @param {string} file */
  const query = (folder, file) => {
    // VS Code takes a file for one of the workspace only when it is named by the same host as the page.
    const payload = JSON.stringify([['openFile', `vscode-remote://${host}${join(folder, file)}`]]);
    return new URLSearchParams({ folder, payload }).toString();
  };
  return {
    password,
    closed,
    stop,
    address: (folder, file) => `http://${host}/?${query(folder, file)}`,
    signIn(folder, file) {
      const page = join(root, 'sign-in.html');
      writeFileSync(page, signInPage(`http://${host}/login?${query(folder, file)}`, password), { mode: 0o600 });
      return pathToFileURL(page).href;
    },
  };
}

/** @param {string} login @param {string} password */
const signInPage = (login, password) => `<!doctype html>
<title>Web Services for Moodle</title>
<form method="post" action="${login.replaceAll('&', '&amp;')}">
  <input type="hidden" name="password" value="${password}">
  <button>Open VS Code</button>
</form>
<script>document.forms[0].submit()</script>
`;
