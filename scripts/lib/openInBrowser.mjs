import { spawn } from 'node:child_process';

/** Opens a page. A machine without a browser is no error: the address was printed. */
export function openInBrowser(url) {
  const [program, ...args] = process.platform === 'darwin' ? ['open', url] : ['xdg-open', url];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}
