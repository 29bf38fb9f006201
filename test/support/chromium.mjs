import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const programs = {
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .flatMap((name) => process.env[name] ?? [])
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};

/**
 * The browser for the end-to-end tests: the one that MOODLE_WS_CHROMIUM names, else the first that is installed.
 * @returns {string | undefined}
 */
export function findChromium() {
  const { MOODLE_WS_CHROMIUM: chosen, PATH = '' } = process.env;
  if (chosen) return chosen;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...(programs[/** @type {'darwin'} */ (process.platform)] ?? [])].find((path) => existsSync(path));
}
