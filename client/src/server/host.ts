import { setTimeout as wait } from 'node:timers/promises';
import { EventEmitter, Uri, commands, l10n, window, workspace } from 'vscode';
import type { Disposable, ExtensionContext, LogOutputChannel } from 'vscode';
import type { StatusParams } from '../../../server/src/protocol/requests.ts';
import { focusMethod } from '../../../server/src/protocol/requests.ts';
import type { LanguageServer } from './languageServer.ts';
import { documentSelector } from './selector.ts';
import type { ServerLife } from './supervisor.ts';
import { Supervisor, crashesToReport } from './supervisor.ts';
import { traceChannel } from './traceChannel.ts';

export interface ServerState {
  life: ServerLife;
  /** What the server last said of its index; null until it has. */
  status: StatusParams | null;
}

/** The language server of this window. The client library is loaded only when the server is started. */
export class ServerHost implements Disposable {
  private readonly changed = new EventEmitter<ServerState>();
  readonly onDidChange = this.changed.event;
  private current: ServerState = { life: 'stopped', status: null };
  private supervisor: Supervisor<LanguageServer> | undefined;
  private starting: Promise<Supervisor<LanguageServer>> | undefined;
  private readonly disposables: { dispose(): unknown }[] = [this.changed];
  private readonly context: ExtensionContext;
  private readonly log: LogOutputChannel;

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.context = context;
    this.log = log;
    this.disposables.push(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('moodleWs.languages')) void this.restart();
      }),
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.supervisor?.current?.notify(focusMethod, null).catch(() => undefined);
      }),
    );
  }

  get state(): ServerState {
    return this.current;
  }

  async restart(): Promise<void> {
    this.starting ??= this.load();
    await (await this.starting).restart();
  }

  /** Rejects while no server runs. */
  async request<Result>(method: string, params: unknown): Promise<Result> {
    const server = this.supervisor?.current;
    if (!server) throw new Error('The language server is not running.');
    return server.request<Result>(method, params);
  }

  /** Makes an edit of the server, as one step that can be undone. */
  async applyEdit(edit: object): Promise<boolean> {
    return (await this.supervisor?.current?.applyEdit(edit)) ?? false;
  }

  async stop(): Promise<void> {
    await this.supervisor?.stop();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private async load(): Promise<Supervisor<LanguageServer>> {
    const { LanguageServer } = await import('./languageServer.ts');
    const trace = traceChannel(this.log);
    this.disposables.push(trace.disposable);
    this.supervisor = new Supervisor<LanguageServer>({
      create: (onClosed) =>
        new LanguageServer({
          module: Uri.joinPath(this.context.extensionUri, 'dist', 'server.js').fsPath,
          cacheFolder: Uri.joinPath(this.context.globalStorageUri, 'indexes').fsPath,
          selector: documentSelector(workspace.getConfiguration('moodleWs').get('languages')),
          log: this.log,
          trace: trace.channel,
          onStatus: (status) => {
            this.change({ status });
          },
          onClosed,
        }),
      now: Date.now,
      wait,
      onLife: (life) => {
        this.change(life === 'running' ? { life } : { life, status: null });
      },
      onRepeatedCrashes: () => void this.reportCrashes(),
    });
    return this.supervisor;
  }

  private change(change: Partial<ServerState>): void {
    this.current = { ...this.current, ...change };
    this.changed.fire(this.current);
  }

  private async reportCrashes(): Promise<void> {
    const restart = l10n.t('Restart Server');
    const showLog = l10n.t('Show Log');
    const choice = await window.showErrorMessage(
      l10n.t(
        'The Moodle WS language server ended {0} times within three minutes. It is started again each time, with growing pauses.',
        crashesToReport,
      ),
      restart,
      showLog,
    );
    if (choice === restart) await commands.executeCommand('moodleWs.restartServer');
    if (choice === showLog) await commands.executeCommand('moodleWs.showLog');
  }
}
