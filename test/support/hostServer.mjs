// VS Code's own server without code-server around it: only there may a page name tests for the extension host to run.
// Notifications do not appear in it and secrets are not kept, so it is not for tests of what a user sees.
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, start, vscodeDir } from './serverProcess.mjs';

/**
 * @param {object} options
 * @param {string} options.root an own folder, readable by this user only
 * @returns {Promise<{ address: (run: HostRun) => string, stop: () => Promise<void> }>}
 *
 * @typedef {{ folder: string, extension: string, tests: string }} HostRun the workspace, the extension's folder and
 *   the module whose `run()` is called
 */
export async function startHostServer({ root }) {
  const { args, env } = prepare(root);
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(root, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const listen = ['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile];
  const quiet = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
  const server = ['--server-data-dir', join(root, 'server'), '--enable-smoke-test-driver'];
  const { host, stop } = await start(
    [join(vscodeDir, 'out', 'server-main.js'), ...args, ...listen, ...quiet, ...server],
    {
      root,
      env,
      listening: /Extension host agent listening on (\d+)/,
    },
  );
  return {
    stop,
    address({ folder, extension, tests }) {
      const payload = JSON.stringify([
        ['extensionDevelopmentPath', `vscode-remote://${host}${extension}`],
        ['extensionTestsPath', `vscode-remote://${host}${tests}`],
      ]);
      return `http://${host}/?${new URLSearchParams({ tkn: token, folder, payload }).toString()}`;
    },
  };
}
