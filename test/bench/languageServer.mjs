// A language server as a process, driven over stdio: requests with their times, memory of its whole process tree.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// The project's own: the other server brings an older one into this folder.
const project = createRequire(new URL('../../package.json', import.meta.url));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = project(
  'vscode-languageserver-protocol/node',
);

const capabilities = {
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { didSave: true },
    hover: { contentFormat: ['markdown'] },
    definition: { linkSupport: true },
    publishDiagnostics: { relatedInformation: true },
    completion: {
      completionItem: {
        snippetSupport: true,
        documentationFormat: ['markdown'],
        resolveSupport: { properties: ['documentation', 'detail'] },
      },
      completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'data'] },
      contextSupport: true,
    },
  },
};

/** Starts `command` on the tree at `root`. `settings(section)` answers workspace/configuration. */
export async function startLanguageServer(command, root, { settings = () => null, initializationOptions = {} } = {}) {
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const rootUri = pathToFileURL(root).href;
  const notified = new Map();
  connection.onRequest((method, params) => {
    if (method === 'workspace/configuration') return params.items.map(({ section }) => settings(section));
    return method === 'workspace/workspaceFolders' ? [{ uri: rootUri, name: 'tree' }] : null;
  });
  const tell = (method, params) => {
    for (const listener of [...(notified.get(method) ?? [])]) listener(params);
  };
  connection.onNotification(tell);
  connection.onUnhandledProgress((params) => tell('$/progress', params));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'tree' }],
    capabilities,
    initializationOptions,
  });
  void connection.sendNotification('initialized', {});
  void connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
  return {
    /** Milliseconds since the process was spawned. */
    elapsed: () => performance.now() - started,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => void connection.sendNotification(method, params),
    /** Resolves with the parameters of the next notification `method` that `test` accepts. */
    next: (method, test = () => true, timeout = 900_000) =>
      new Promise((resolve, reject) => {
        const listeners = notified.get(method) ?? new Set();
        notified.set(method, listeners);
        const timer = setTimeout(() => done(reject, new Error(`${method} did not come.`)), timeout).unref();
        const listener = (params) => test(params) && done(resolve, params);
        const done = (settle, value) => {
          clearTimeout(timer);
          listeners.delete(listener);
          settle(value);
        };
        listeners.add(listener);
      }),
    open: (uri, languageId, text) =>
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    /** Resident memory of the process and its children, in MB (Linux). */
    memory: () => memoryOf(child.pid) / 1024,
    /** Says goodbye, so that a server may keep what it has, and waits until it has gone. */
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      const patience = setTimeout(() => child.kill('SIGKILL'), 20_000);
      await connection.sendRequest('shutdown').catch(() => undefined);
      await connection.sendNotification('exit').catch(() => undefined);
      await gone;
      clearTimeout(patience);
      connection.dispose();
    },
  };
}

function memoryOf(pid) {
  let total = 0;
  const pids = [pid];
  for (const one of pids) {
    try {
      total += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))?.[1] ?? 0);
      for (const task of readdirSync(`/proc/${one}/task`))
        pids.push(
          ...readFileSync(`/proc/${one}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
        );
    } catch {
      // The process ended meanwhile.
    }
  }
  return total;
}

export const median = (values) => quantile(values, 0.5);

export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
}

/** The time of one request, and its answer. */
export async function timed(run) {
  const from = performance.now();
  const answer = await run();
  return { ms: performance.now() - from, answer };
}
