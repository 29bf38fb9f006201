// Brings what a fresh clone lacks. Uses nothing but Node itself, since it runs before anything is installed.
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../../test/support/chromium.mjs';
import { vscodeDir } from '../../test/support/serverProcess.mjs';
import { must, npm } from './command.mjs';
import { inRoot, root } from './root.mjs';

const e2e = inRoot('test', 'e2e');

/** The packages of the extension and of its tools. */
export const installMain = () => installPackages(root, 'packages');

/** The language server that the benchmarks compare with. */
export const installBench = () => installPackages(inRoot('test', 'bench'), 'the benchmark');

/** VS Code itself, for the demo and the tests that need one. */
export async function installVsCode() {
  await installPackages(e2e, 'VS Code');
  const done = join(vscodeDir, 'node_modules', '.complete');
  if (existsSync(done)) return;
  console.log('Installing the packages of VS Code …');
  for (const cwd of [join(vscodeDir, 'extensions'), vscodeDir]) {
    // Their own lockfiles are incomplete, so that `npm ci` refuses here.
    await must(npm('install', '--no-save', '--omit=dev', '--ignore-scripts', '--loglevel=error'), { cwd });
  }
  // 220 MB that a workbench without AI features and containers never loads.
  for (const unused of ['@github', '@devcontainers', '@microsoft/mxc-sdk']) {
    rmSync(join(vscodeDir, 'node_modules', unused), { recursive: true, force: true });
  }
  copyFileSync(join(e2e, 'spdlog.cjs'), join(vscodeDir, 'node_modules', '@vscode', 'spdlog', 'index.js'));
  writeFileSync(done, '');
}

/** The path of a Chromium or Chrome. On Debian as root one is installed; elsewhere the user is told how. */
export async function installChromium() {
  const found = findChromium();
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    console.log('Installing Chromium …');
    await must(['apt-get', 'update']);
    const packages = ['chromium', 'fonts-liberation'];
    await must(['apt-get', 'install', '--yes', '--no-install-recommends', ...packages], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  console.error(`The end-to-end tests need Chromium or Chrome. Install it with:\n\n  ${howToInstallChromium()}\n`);
  console.error('or set MOODLE_WS_CHROMIUM to the path of one.');
  process.exit(1);
}

async function installPackages(folder, what) {
  if (isInstalled(folder)) return;
  console.log(`Installing ${what} …`);
  await must(npm('ci', '--ignore-scripts', '--loglevel=error'), { cwd: folder });
}

/** Whether every package that the lockfile demands is there in that version. */
function isInstalled(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const [wanted, present] = [read(join(folder, 'package-lock.json')), read(record)];
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

const isDebian = () => existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

function howToInstallChromium() {
  switch (process.platform) {
    case 'darwin':
      return 'brew install --cask chromium';
    case 'win32':
      return 'winget install Google.Chrome';
    default:
      if (isDebian()) return 'sudo apt-get install chromium';
      return existsSync('/usr/bin/dnf') ? 'sudo dnf install chromium' : 'sudo snap install chromium';
  }
}
