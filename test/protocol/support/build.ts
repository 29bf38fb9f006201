import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { packCatalogue } from '../../../scripts/lib/catalogue.mjs';
import { bundles } from '../../../scripts/lib/bundles.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    serverPath: string;
    cliPath: string;
  }
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Builds what the tests start, apart from dist/, so that it is never older than the sources. */
export async function setup(project: TestProject): Promise<void> {
  const directory = `${root}.cache/protocol`;
  mkdirSync(`${directory}/dist`, { recursive: true });
  packCatalogue(`${directory}/dist/catalogue.br`);
  copyFileSync(`${root}package.json`, `${directory}/package.json`);
  cpSync(`${root}schemas`, `${directory}/schemas`, { recursive: true });
  const wanted = bundles.filter(({ file }) =>
    ['dist/server.js', 'dist/languageServer.js', 'dist/cli.js'].includes(file),
  );
  await Promise.all(
    wanted.map(({ entry, file, ...options }) =>
      build({
        ...options,
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: `${directory}/${file}`,
        bundle: true,
        logLevel: 'warning',
      }),
    ),
  );
  project.provide('serverPath', `${directory}/dist/server.js`);
  project.provide('cliPath', `${directory}/dist/cli.js`);
}
