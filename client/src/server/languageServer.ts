import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { extensions, l10n, workspace } from 'vscode';
import type { LogOutputChannel } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  IPCMessageReader,
  IPCMessageWriter,
  LanguageClient,
  RevealOutputChannelOn,
} from 'vscode-languageclient/node';
import type { InitializationOptions, StatusParams } from '../../../server/src/protocol/requests.ts';
import { statusMethod } from '../../../server/src/protocol/requests.ts';
import type { documentSelector } from './selector.ts';
import { configFiles } from './selector.ts';
import type { ServerRun } from './supervisor.ts';

export interface LanguageServerOptions {
  /** dist/server.js */
  module: string;
  /** Where the server keeps indexes, and its compiled code, between runs. */
  cacheFolder: string;
  selector: ReturnType<typeof documentSelector>;
  log: LogOutputChannel;
  trace: LogOutputChannel;
  onStatus(status: StatusParams): void;
  onClosed(): void;
}

const shutdownPatience = 2_000;
/** Extensions that complete PHP from the source of the workspace. */
const phpExtensions = ['bmewburn.vscode-intelephense-client', 'DEVSENSE.phptools-vscode', 'zobo.php-intellisense'];

/** One server process and its client. The process is our own, so that it can be ended in any state. */
export class LanguageServer implements ServerRun {
  private readonly options: LanguageServerOptions;
  private readonly client: LanguageClient;
  private process: ChildProcess | undefined;

  constructor(options: LanguageServerOptions) {
    this.options = options;
    const { log, trace, selector } = options;
    const initializationOptions: InitializationOptions = {
      runCommand: true,
      documentSymbols: 'services',
      cacheFolder: options.cacheFolder,
      otherPhp: phpExtensions.some((id) => extensions.getExtension(id) !== undefined),
    };
    this.client = new QuietClient('moodleWs', 'Moodle WS', () => Promise.resolve(this.connect()), {
      documentSelector: [...selector, configFiles],
      initializationOptions,
      outputChannel: log,
      traceOutputChannel: trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          options.onClosed();
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The server ended.' };
        },
      },
    });
    this.client.onNotification(statusMethod, (status: StatusParams) => {
      options.onStatus(status);
    });
  }

  async start(): Promise<void> {
    await this.client.start();
  }

  async stop(): Promise<void> {
    // A server that hangs or has ended has no answer to give; it is ended below in any case.
    await this.client.stop(shutdownPatience).catch(() => undefined);
    this.process?.kill();
  }

  /** Waits until the server has started. */
  request<Result>(method: string, params: unknown): Promise<Result> {
    return this.client.sendRequest<Result>(method, params);
  }

  /** Tells the server something; nothing where it does not run. */
  async notify(method: string, params: unknown): Promise<void> {
    if (this.client.isRunning()) await this.client.sendNotification(method, params);
  }

  /** Makes an edit of the server, as one step that can be undone. */
  async applyEdit(edit: object): Promise<boolean> {
    const converted = await this.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    return workspace.applyEdit(converted, { isRefactoring: true });
  }

  private connect() {
    const child = fork(this.options.module, ['--node-ipc', '--code-cache', this.options.cacheFolder], {
      silent: true,
      // V8's four threads for compiling and collecting would compete with the server itself on a small machine, and each
      // keeps memory.
      execArgv: ['--v8-pool-size=1'],
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', MOODLE_WS_TRANSLATIONS: l10n.uri?.fsPath },
    });
    this.process = child;
    const { log } = this.options;
    child.on('error', (error) => {
      log.error(`The server cannot be started: ${error.message}`);
    });
    child.on('exit', (code, signal) => {
      log.info(`The server ended (${signal ?? `code ${code ?? 'unknown'}`}).`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        log.warn(text.trimEnd());
      });
    }
    return { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  }
}

/** Messages about the connection are the supervisor's: the client itself only logs. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  /** The original refuses, with a rejection that nobody awaits, while the client is not running. */
  override async stop(timeout?: number): Promise<void> {
    if (this.isRunning()) await super.stop(timeout);
  }
}
