import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Opens a secret address. Other users of this machine can read the arguments of a program, so the browser gets a page
 * in a private folder that leads on to the address. A machine without a browser is no error: the address was printed.
 */
export function openInBrowser(address, privateFolder) {
  const page = join(privateFolder, 'open.html');
  const quoted = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0; url=${quoted}">\n`, { mode: 0o600 });
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open';
  spawn(opener, [page], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}
