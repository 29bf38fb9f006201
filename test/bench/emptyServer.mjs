// A language server that knows nothing and answers at once: the floor under every latency.
import { createRequire } from 'node:module';

const project = createRequire(new URL('../../package.json', import.meta.url));
const { createConnection, ProposedFeatures } = project('vscode-languageserver/node');

const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: { hoverProvider: true, textDocumentSync: 2 } }));
connection.onHover(() => ({ contents: { kind: 'markdown', value: '**nothing**' } }));
connection.listen();
