// `npm run build`: dist/ from the sources, minified; --watch builds readable files again at every change.
import { rmSync } from 'node:fs';
import { bundles } from './lib/bundles.mjs';
import { installMain } from './lib/install.mjs';
import { inRoot, root } from './lib/root.mjs';

await installMain();
const { context } = await import('esbuild');
const watch = process.argv.includes('--watch');

/**
 * HTTP is heavy and most windows never call a site, so it is a file of its own: a dynamic `import()` of the
 * transport becomes a `require` of that file, and a static one is a mistake.
 */
const transportApart = {
  name: 'transport-apart',
  setup(build) {
    build.onResolve({ filter: /\/webservice\/src\/transport\/[^/]+\.ts$/ }, ({ kind, path, importer }) => {
      if (kind === 'entry-point') return undefined;
      if (kind === 'dynamic-import') return { path: './transport.js', external: true };
      return { errors: [{ text: `${importer} must load ${path} by a dynamic import()` }] };
    });
  },
};

rmSync(inRoot('dist'), { recursive: true, force: true });
const builds = await Promise.all(
  bundles.map(({ entry, file, ...options }) =>
    context({
      ...options,
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: file,
      bundle: true,
      minify: !watch,
      sourcemap: watch && 'linked',
      legalComments: 'none',
      logLevel: watch ? 'info' : 'warning',
      plugins: [transportApart],
    }),
  ),
);

try {
  await Promise.all(builds.map((build) => (watch ? build.watch() : build.rebuild())));
} catch {
  process.exitCode = 1; // esbuild has said why
}
if (!watch) await Promise.all(builds.map((build) => build.dispose()));
