import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inRoot } from './root.mjs';

/** Starts the mock site of a folder, as `moodle-ws mock` does. `text` is what it tells: address, token, an example. */
export async function startMockSite(folder) {
  const child = spawn(process.execPath, [inRoot('dist/cli.js'), 'mock', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  // It tells everything at once, or ends.
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {
    text,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
