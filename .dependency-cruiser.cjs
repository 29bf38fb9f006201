/** The layers of ARCHITECTURE.md, enforced. */
const tests = '\\.(test|testkit)\\.ts$';
const forbid = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { pathNot: tests, ...from },
  to,
});
const fsLike = '^(node:)?(fs|fs/promises|http|https|net|child_process|worker_threads|timers|timers/promises|os)$';

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('webservice-knows-no-host', { path: '^webservice/' }, { path: '^(server|client|cli)/|node_modules/vscode' }),
    forbid(
      'webservice-is-pure',
      { path: '^webservice/', pathNot: ['^webservice/src/transport/', tests] },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'undici-only-in-transport',
      { pathNot: ['^webservice/src/transport/', tests] },
      { path: 'node_modules/undici' },
    ),
    forbid(
      'server-knows-no-host',
      { path: '^server/' },
      { path: '^(client|cli|webservice/src/transport)/|^vscode$|node_modules/undici' },
    ),
    forbid(
      'php-parser-only-in-parse',
      { pathNot: ['^server/src/php/parse\\.ts$', tests] },
      { path: 'node_modules/php-parser', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'pure-server-rooms',
      { path: '^server/src/(php|catalogue|index|callers|graphql|features|rules|edits)/' },
      { path: fsLike },
    ),
    forbid(
      'pure-server-rooms-know-no-connection',
      { path: '^server/src/(php|catalogue|index|callers|graphql|features|rules|edits)/' },
      { path: '^server/src/lsp/|node_modules/vscode-languageserver/|node_modules/vscode-jsonrpc' },
    ),
    forbid(
      'rules-are-independent',
      { path: '^server/src/rules/([^/]+)/' },
      { path: '^server/src/rules/([^/]+)/', pathNot: '^server/src/rules/$1/' },
    ),
    forbid(
      'features-are-independent',
      { path: '^server/src/features/([^/]+)\\.ts$' },
      { path: '^server/src/features/[^/]+\\.ts$' },
    ),
    forbid(
      'caller-kinds-are-independent',
      { path: '^server/src/callers/kinds/' },
      { path: '^server/src/callers/kinds/' },
    ),
    forbid(
      'client-uses-only-the-protocol',
      { path: '^client/' },
      { path: '^(cli|server)/', pathNot: '^server/src/protocol/' },
    ),
    forbid(
      'webview-is-browser-code',
      { path: '^client/webview/' },
      { path: '^client/src/', pathNot: '^client/src/panel/messages\\.ts$' },
    ),
    forbid(
      'webview-sees-only-schema',
      { path: '^client/webview/' },
      { path: '^webservice/src/', pathNot: '^webservice/src/schema/' },
    ),
    forbid(
      'protocol-is-plain',
      { path: '^server/src/protocol/' },
      { path: '^server/src/', pathNot: '^server/src/protocol/' },
    ),
    forbid('source-never-imports-test', { path: '^(webservice|server|client|cli)/' }, { path: '^test/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|fixtures)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
