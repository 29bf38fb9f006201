/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
const program = { ...node, banner: { js: '#!/usr/bin/env node' } };

/**
 * Every file that the build makes, by what makes it.
 * @type {(import('esbuild').BuildOptions & { entry: string, file: string })[]}
 */
export const bundles = [
  { entry: 'client/src/extension.ts', file: 'dist/extension.js', ...node, external: ['vscode'] },
  { entry: 'webservice/src/transport/main.ts', file: 'dist/transport.js', ...node },
  { entry: 'server/src/boot.ts', file: 'dist/server.js', ...program },
  { entry: 'server/src/main.ts', file: 'dist/languageServer.js', ...node },
  { entry: 'cli/src/main.ts', file: 'dist/cli.js', ...program },
  {
    entry: 'client/webview/main.ts',
    file: 'dist/webview.js',
    platform: 'browser',
    format: 'iife',
    target: 'chrome128',
  },
];
