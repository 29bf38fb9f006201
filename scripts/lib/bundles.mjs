/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };

/**
 * vscode-jsonrpc and vscode-languageserver load these at once, for pipes with random names and for modules of other
 * processes, of which we use none: a tenth of the time until the server answers. Like this they are loaded when
 * something of them is used.
 * @type {import('esbuild').Plugin}
 */
const lazily = {
  name: 'lazily',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:crypto|child_process)$/ }, ({ path }) => ({ path, namespace: 'lazily' }));
    onLoad({ filter: /.*/, namespace: 'lazily' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] });`,
    }));
  },
};

/**
 * Every file that the build makes, by what makes it.
 * @type {(import('esbuild').BuildOptions & { entry: string, file: string })[]}
 */
export const bundles = [
  { entry: 'client/src/extension.ts', file: 'dist/extension.js', ...node, external: ['vscode'] },
  { entry: 'webservice/src/transport/main.ts', file: 'dist/transport.js', ...node },
  { entry: 'server/src/boot.ts', file: 'dist/server.js', ...program },
  { entry: 'server/src/main.ts', file: 'dist/languageServer.js', ...node, plugins: [lazily] },
  { entry: 'cli/src/main.ts', file: 'dist/cli.js', ...program },
  {
    entry: 'client/webview/main.ts',
    file: 'dist/webview.js',
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
  },
];
