import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { inject, onTestFinished } from 'vitest';
import type { InitializationOptions, StatusParams } from '../../../server/src/protocol/requests.ts';

export interface StartOptions {
  /** Paths. */
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** What the client answers for the section `moodleWs`, now or later; a function hears which time it is asked. */
  readonly settings?: unknown;
  readonly processId?: number | null;
  /** What runs the server: Node, with arguments. */
  readonly command?: readonly string[];
  /** What the server is told at its start, beside how to talk. */
  readonly args?: readonly string[];
}

/** What most clients can do; without pull diagnostics. */
export const capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
  textDocument: { publishDiagnostics: { relatedInformation: true }, definition: { linkSupport: true } },
  window: { workDoneProgress: true },
};

export const uriOf = (path: string): string => pathToFileURL(path).href;

/** A server in a process of its own, and a client. Ends with the test; whatever reached stderr fails it. */
export class LanguageServer {
  readonly connection: ProtocolConnection;
  readonly logs: string[] = [];
  readonly progress: string[] = [];
  readonly progressTokens: (string | number)[] = [];
  readonly registered: string[] = [];
  /** Methods, one for each time. */
  readonly refreshed: string[] = [];
  readonly statuses: StatusParams[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  readonly exited: Promise<number | null>;
  initialized!: InitializeResult;
  settings: unknown;
  private readonly waiting = new Set<() => void>();
  private readonly versions = new Map<string, number>();
  private stderr = '';

  private constructor(
    readonly process: ChildProcessWithoutNullStreams,
    settings: unknown,
  ) {
    this.settings = settings;
    this.exited = new Promise((resolve) => process.once('exit', resolve));
    process.stderr.on('data', (data: Buffer) => (this.stderr += data.toString()));
    this.connection = createProtocolConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    this.listen();
  }

  static async start(options: StartOptions = {}): Promise<LanguageServer> {
    const { folders = [], processId = process.pid, settings, command = [process.execPath], args = [] } = options;
    const [program = '', ...before] = command;
    const child = spawn(program, [...before, inject('serverPath'), '--stdio', ...args]);
    const server = new LanguageServer(child, settings);
    onTestFinished(() => server.end());
    const roots = folders.map((path) => ({ uri: uriOf(path), name: path }));
    server.initialized = await server.connection.sendRequest('initialize', {
      processId,
      rootUri: roots[0]?.uri ?? null,
      workspaceFolders: roots,
      capabilities: options.capabilities ?? capabilities,
      initializationOptions: options.initializationOptions,
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  private listen(): void {
    const { connection } = this;
    const changed = () => {
      for (const check of this.waiting) check();
    };
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
      changed();
    });
    connection.onNotification('moodleWs/status', (status: StatusParams) => {
      this.statuses.push(status);
      changed();
    });
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      changed();
    });
    connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      this.progress.push(value.kind);
      changed();
    });
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string | number }) => {
      this.progressTokens.push(token);
      return null;
    });
    let asked = 0;
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      const { settings } = this;
      asked += 1;
      const answer: unknown =
        typeof settings === 'function' ? (settings as (time: number) => unknown)(asked) : settings;
      return Promise.all(items.map(() => answer));
    });
    connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
      this.registered.push(...registrations.map(({ method }) => method));
      changed();
      return null;
    });
    for (const method of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh'])
      connection.onRequest(method, () => {
        this.refreshed.push(method);
        changed();
        return null;
      });
    connection.listen();
  }

  /** Waits until a message brings what `find` looks for. */
  async eventually<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = find();
        if (found === undefined) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }

  /** Waits until the server has said nothing for longer than its longest pause before it says something. */
  async settled(): Promise<void> {
    for (let heard = -1; heard !== this.heard;) {
      heard = this.heard;
      await new Promise((resolve) => setTimeout(resolve, 800));
      await this.request('moodleWs/functions', {});
    }
  }

  /** Messages that came by themselves so far. */
  private get heard(): number {
    return [this.logs, this.statuses, this.published, this.progress, this.refreshed].reduce(
      (sum, { length }) => sum + length,
      0,
    );
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  async notify(method: string, params: unknown): Promise<void> {
    await this.connection.sendNotification(method, params);
  }

  // ---- documents ----------------------------------------------------------------------------------------------

  /** Opens a file, with its own text or another; answers the URI. */
  async open(path: string, text = readFileSync(path, 'utf8'), uri = uriOf(path)): Promise<string> {
    this.versions.set(uri, 1);
    const languageId = path.endsWith('.php') ? 'php' : 'javascript';
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  async replace(uri: string, text: string): Promise<void> {
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** What was last published for a document whose diagnostics satisfy `are`; waits for it. */
  diagnostics(uri: string, are: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    return this.eventually(() => {
      const last = this.published.findLast((one) => one.uri === uri)?.diagnostics;
      return last && are(last) ? last : undefined;
    });
  }

  // ---- end ----------------------------------------------------------------------------------------------------

  /** Says goodbye and waits until the process has gone, as at the end of each test. */
  async end(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      await this.request('shutdown', null);
      await this.notify('exit', null);
      const code = await this.exited;
      if (code !== 0) throw new Error(`The server ended with code ${code ?? 'none'}.\n${this.logs.join('\n')}`);
    }
    this.connection.dispose();
    if (this.stderr !== '') throw new Error(`The server wrote to stderr: ${this.stderr}`);
  }
}
