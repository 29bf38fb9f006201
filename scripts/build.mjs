// `npm run build`: dist/ from the sources, minified; --watch builds readable files again at every change.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundles } from './lib/bundles.mjs';
import { packCatalogue } from './lib/catalogue.mjs';
import { installMain } from './lib/install.mjs';
import { licenses } from './lib/licenses.mjs';
import { inRoot, root } from './lib/root.mjs';

await installMain();
const { build, context } = await import('esbuild');
const watch = process.argv.includes('--watch');

/**
 * HTTP is heavy and most windows never call a site, so it is a file of its own: a dynamic `import()` of the
 * transport becomes a `require` of that file, and a static one is a mistake.
 */
const transportApart = {
  name: 'transport-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/webservice\/src\/transport\/[^/]+\.ts$/ }, ({ kind, path, importer }) => {
      if (kind === 'entry-point') return undefined;
      if (kind === 'dynamic-import') return { path: './transport.js', external: true };
      return { errors: [{ text: `${importer} must load ${path} by a dynamic import()` }] };
    });
  },
};

const builds = bundles.map(({ entry, file, plugins = [], ...options }) => ({
  ...options,
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: file,
  bundle: true,
  minify: !watch,
  sourcemap: watch && 'linked',
  legalComments: 'none',
  metafile: true,
  logLevel: watch ? 'info' : 'warning',
  plugins: [transportApart, ...plugins],
}));

rmSync(inRoot('dist'), { recursive: true, force: true });
mkdirSync(inRoot('dist'));
packCatalogue();
if (watch) {
  for (const options of builds) await (await context(options)).watch();
} else {
  const results = await Promise.allSettled(builds.map((options) => build(options)));
  const metafiles = results.flatMap(({ value }) => value?.metafile ?? []);
  writeFileSync(inRoot('dist', 'licenses.txt'), licenses(metafiles));
  if (metafiles.length < builds.length) process.exitCode = 1; // esbuild has said why
}
