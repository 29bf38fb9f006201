import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { must, run } from './command.mjs';

const name = process.platform === 'win32' ? 'code.cmd' : 'code';

/** The command of the VS Code that is installed here. */
export const findVsCode = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Opens a window with one extension and settings of its own, and waits until it is closed. */
export async function openInVsCode({ root, vsix, folder, file }, mock) {
  const code = process.platform === 'win32' ? ['cmd', '/c', findVsCode()] : [findVsCode()];
  const apart = ['--user-data-dir', join(root, 'data'), '--extensions-dir', join(root, 'extensions')];
  await must([...code, ...apart, '--install-extension', vsix, '--force']);
  console.log(`${mock.text}\nVS Code opens. Close its window to end the demo.`);
  await run([
    ...code,
    ...apart,
    '--disable-workspace-trust',
    '--wait',
    '--new-window',
    folder,
    '--goto',
    join(folder, file),
  ]);
}
