// `npm run demo`: a VS Code with the extension and a copy of the sample plugin, in the browser, and a mock site of it.
// `npm run demo -- --vscode`: the same in the VS Code that is installed here.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCodeServer } from '../test/support/codeServer.mjs';
import { isSupported } from '../test/support/serverProcess.mjs';
import { must, script } from './lib/command.mjs';
import { installMain, installVsCode } from './lib/install.mjs';
import { findVsCode, openInVsCode } from './lib/installedVsCode.mjs';
import { startMockSite } from './lib/mockSite.mjs';
import { openInBrowser } from './lib/openInBrowser.mjs';
import { inRoot } from './lib/root.mjs';
import { vsixName } from './lib/vsix.mjs';

const inVsCode = process.argv.includes('--vscode');
if (inVsCode && !findVsCode()) end('There is no `code` on the PATH. See "Shell Command: Install" in VS Code.');
if (!inVsCode && !isSupported) end('VS Code in a browser needs Linux. Use `npm run demo -- --vscode` here.');

await installMain();
if (!inVsCode) await installVsCode();
console.log('Building …');
await must(script('scripts/package.mjs'));

mkdirSync(inRoot('.demo'), { recursive: true });
const root = mkdtempSync(inRoot('.demo', 'run-')); // readable by this user only
const demo = { root, vsix: inRoot(vsixName), folder: join(root, 'local_groupmanager'), file: 'db/services.php' };
cpSync(inRoot('test', 'fixtures', 'sample'), demo.folder, { recursive: true });
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const interrupted = new Promise((resolve) => signals.forEach((name) => process.on(name, resolve)));
const mock = await startMockSite(demo.folder);
try {
  await (inVsCode ? openInVsCode(demo, mock) : serve(demo, mock));
} finally {
  await mock.stop();
  rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function serve({ root, vsix, folder, file }, mock) {
  const server = await startCodeServer({ root, vsix });
  console.log(
    `\nVS Code with the sample plugin:\n\n  ${server.address(folder, file)}\n\n  password: ${server.password}\n`,
  );
  console.log(mock.text);
  console.log('The README in it shows a first round. Ctrl+C ends everything.');
  if (!process.env.NO_OPEN) openInBrowser(server.signIn(folder, file));
  await Promise.race([interrupted, server.closed]);
  await server.stop();
}

function end(message) {
  console.error(message);
  process.exit(1);
}
