// `npm run package`: moodle-ws-<version>.vsix. It fails when the package holds other files than vsix-files.txt
// lists, or is larger than its budget.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { withinBudget } from './lib/budget.mjs';
import { installMain } from './lib/install.mjs';
import { inRoot, root } from './lib/root.mjs';
import { vsixName } from './lib/vsix.mjs';

await installMain();
const { createVSIX, listFiles, PackageManager } = await import('@vscode/vsce').then((module) => module.default);

// VS Code shows only pictures from the web in an extension's README, so the package's has none.
const readme = readFileSync(inRoot('README.md'), 'utf8').replace(/^!\[.*\]\(docs\/.*\)\n+/gm, '');
mkdirSync(inRoot('.cache'), { recursive: true });
writeFileSync(inRoot('.cache', 'README.md'), readme);

const source = { cwd: root, readmePath: '.cache/README.md' };
await createVSIX({
  ...source,
  packagePath: inRoot(vsixName),
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});

const expected = readFileSync(inRoot('vsix-files.txt'), 'utf8').trim().split('\n');
const files = await listFiles({ ...source, packageManager: PackageManager.None });
const differences = [
  ...files.filter((file) => !expected.includes(file)).map((file) => `not in vsix-files.txt: ${file}`),
  ...expected.filter((file) => !files.includes(file)).map((file) => `not in the package: ${file}`),
];
for (const line of differences) console.error(line);

const fits = withinBudget({ 'moodle-ws.vsix': vsixName });
if (differences.length > 0 || !fits) process.exitCode = 1;
