import { CodeLensRefreshRequest, DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { configName } from '../rules/configFile.ts';
import { focusMethod, statusMethod } from '../protocol/requests.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { baseName } from '../workspace/paths.ts';
import { readClient, serverCapabilities } from './capabilities.ts';
import { handleCustomRequests } from './customRequests.ts';
import { PullDelivery, PushDelivery, report } from './delivery.ts';
import type { Delivery, DeliveryPorts } from './delivery.ts';
import { diagnose, diagnoseUri } from './diagnostics.ts';
import { describeError, Guard } from './guard.ts';
import { handleLanguageFeatures } from './languageFeatures.ts';
import type { Ports } from './ports.ts';
import { Progress } from './progress.ts';
import { Refresher } from './refresher.ts';
import { Session } from './session.ts';
import { statusOf } from './status.ts';
import { warmUp } from './warmUp.ts';
import { readFileChanges, watchFiles } from './watching.ts';
import { WorkspaceDiagnostics, workspaceFiles } from './workspaceDiagnostics.ts';

/** Indexes that nobody watches are compared with the disk this often at most (milliseconds). */
const revalidateEvery = 3000;
/** And those that are watched, since a watcher may lose events and cannot say so. */
const rescanEvery = 60_000;

/** Makes a language server of a connection. Only files in lsp/ know it; effects come through `ports`. */
export function startServer(connection: Connection, ports: Ports): void {
  new Server(connection, ports).start();
}

class Server {
  private readonly guard: Guard;
  private current: Session | undefined;
  private delivery: Delivery | undefined;
  private readonly workspace: WorkspaceDiagnostics;
  private lenses: Refresher | undefined;
  private progress: Progress | undefined;
  private status = '';
  private revalidated = -Infinity;
  private rescanned = -Infinity;
  /** See {@link warmUp}. */
  private isWarm = false;

  constructor(
    private readonly connection: Connection,
    private readonly ports: Ports,
  ) {
    this.guard = new Guard(ports.clock, ports.logger);
    this.workspace = new WorkspaceDiagnostics({
      clock: ports.clock,
      yield: ports.yield,
      files: () => workspaceFiles(this.session),
    });
  }

  start(): void {
    const { connection, guard } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(guard.notification('initialized', () => this.initialized()));
    this.handleDocuments();
    this.handleWorkspace();
    handleCustomRequests(connection, guard, () => this.session);
    handleLanguageFeatures(connection, guard, () => this.session);
    connection.languages.diagnostics.on(
      guard.request('textDocument/diagnostic', { kind: 'full', items: [] }, (params) =>
        report(params, () => diagnoseUri(this.session, params.textDocument.uri)),
      ),
    );
    connection.languages.diagnostics.onWorkspace(
      guard.request('workspace/diagnostic', { items: [] }, (params, token) => this.workspace.report(params, token), {
        waits: true,
      }),
    );
    connection.listen();
  }

  /** Requests come after `initialize`; the library refuses those that come before. */
  private get session(): Session {
    if (!this.current) throw new Error('Not initialized.');
    return this.current;
  }

  // ---- life ---------------------------------------------------------------------------------------------------

  private initialize(params: InitializeParams): InitializeResult {
    const { connection, ports, guard } = this;
    const client = readClient(params);
    const session = new Session(client, connection, ports, {
      changed: () => {
        this.indexesChanged();
      },
      progress: (index, done, of) => this.progress?.report(done, of, index.label),
      failed: (name, error) => {
        ports.logger.error(`${name} cannot be evaluated: ${describeError(error)}`);
      },
      scanned: async (signal): Promise<void> => {
        // What was compiled once stays so, whatever is scanned later.
        if (this.isWarm) return;
        await warmUp(this.session.indexes.all, client.completion, ports.yield, signal);
        this.isWarm = !signal.aborted;
      },
      missing: (path) => {
        ports.logger.warn(`moodleWs.moodlePath: there is no Moodle in ${path}.`);
      },
      badCatalogue: (path, why) => {
        const line = `moodleWs.catalogueFile: ${path} – ${why}`;
        ports.logger.warn(line);
        connection.window.showWarningMessage(line);
      },
    });
    this.current = session;
    this.progress = new Progress(connection, client.progress, () => {
      session.indexes.cancelScan();
    });
    const delivery: DeliveryPorts = {
      connection,
      guard,
      clock: ports.clock,
      diagnose: (document) => diagnose(session, document),
      documents: () => session.documents.all,
      isReady: () => session.indexes.all.every(({ phase }) => phase === 'ready'),
    };
    this.delivery = client.pullDiagnostics
      ? new PullDelivery(
          this.refresher(
            'diagnostic refresh',
            client.refreshDiagnostics ? () => connection.languages.diagnostics.refresh() : undefined,
          ),
        )
      : new PushDelivery(delivery);
    this.lenses = this.refresher(
      'lens refresh',
      client.refreshLenses && client.runCommand ? () => connection.sendRequest(CodeLensRefreshRequest.type) : undefined,
    );
    session.addFolders(foldersOf(params));
    return {
      capabilities: serverCapabilities(client),
      serverInfo: { name: 'moodle-ws', version: ports.version },
    };
  }

  private refresher(name: string, send: (() => Promise<void>) | undefined): Refresher {
    return new Refresher(this.ports.clock, this.guard, name, send);
  }

  private async initialized(): Promise<void> {
    const { connection, session, guard } = this;
    const { client } = session;
    // What follows needs no answer of the client to begin with.
    const looking = session.lookAround();
    if (client.watching) void guard.run('watching', () => watchFiles(connection));
    if (client.configuration)
      void guard.run('configuration', async () => {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'moodleWs' });
      });
    if (client.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(
        guard.notification('workspaceFolders', async ({ added, removed }) => {
          session.removeFolders(removed.map(({ uri }) => uri));
          session.addFolders(added.map(({ uri }) => uri));
          await session.lookAround();
        }),
      );
    await looking;
    this.sendStatus();
  }

  private indexesChanged(): void {
    const { indexes } = this.session;
    if (indexes.all.some(({ phase }) => phase !== 'ready')) this.progress?.begin();
    else this.progress?.end();
    this.sendStatus();
    this.allChanged();
    this.lenses?.soon();
  }

  private allChanged(): void {
    this.delivery?.allChanged();
    this.workspace.changed();
  }

  private sendStatus(): void {
    const status = statusOf(this.session.indexes.all);
    const text = JSON.stringify(status);
    if (text === this.status) return;
    this.status = text;
    if (status.state === 'ready')
      for (const { label, root, functions } of status.indexes)
        this.ports.logger.info(`${label} in ${root}: ${functions} functions.`);
    void this.guard.run('status', () => this.connection.sendNotification(statusMethod, status));
  }

  // ---- documents ----------------------------------------------------------------------------------------------

  private handleDocuments(): void {
    const { connection, guard } = this;
    connection.onDidOpenTextDocument(
      guard.notification('didOpen', (params) => {
        const document = this.session.documents.open(params);
        const isPhp = document.path.endsWith('.php');
        this.session.indexes.open(document.path, document.editorPath, isPhp ? document.text.getText() : undefined);
        this.revalidate();
        this.configChanged(document.path);
        this.delivery?.changed(document);
        this.workspace.changed();
      }),
    );
    connection.onDidChangeTextDocument(
      guard.notification('didChange', (params) => {
        const document = this.session.documents.change(params);
        if (!document) return;
        if (document.path.endsWith('.php')) this.session.indexes.change(document.path, document.text.getText());
        this.configChanged(document.path);
        this.delivery?.changed(document);
        this.workspace.changed();
        // Which methods have a lens is declared elsewhere.
        if (document.path.endsWith('/db/services.php')) this.lenses?.soon();
      }),
    );
    connection.onDidCloseTextDocument(
      guard.notification('didClose', (params) => {
        const document = this.session.documents.close(params);
        if (!document) return;
        this.session.indexes.close(document.path);
        this.configChanged(document.path);
        this.delivery?.closed(document);
        this.workspace.changed();
      }),
    );
    connection.onDidSaveTextDocument(
      guard.notification('didSave', () => {
        if (!this.session.client.watching) this.session.configs.forget();
        this.revalidate();
      }),
    );
  }

  /** A moodle-ws.json is about other documents, too. */
  private configChanged(path: string): void {
    if (baseName(path) !== configName) return;
    this.session.configs.forget();
    this.allChanged();
  }

  /**
   * Compares unwatched indexes with the disk: trees outside the workspace, and all where the client cannot watch; now
   * and then the watched ones, too.
   */
  private revalidate({ focused = false } = {}): void {
    const now = this.ports.clock.now();
    if (!focused && now - this.revalidated < revalidateEvery) return;
    this.revalidated = now;
    const all = focused && now - this.rescanned >= rescanEvery;
    if (all) this.rescanned = now;
    const { client, indexes } = this.session;
    const isDoubtful = (index: MoodleIndex) =>
      index.phase === 'ready' && (all || !client.watching || !index.plan.inWorkspace);
    if (indexes.all.some(isDoubtful)) void this.guard.run('revalidation', () => indexes.revalidate(isDoubtful));
  }

  // ---- workspace ----------------------------------------------------------------------------------------------

  private handleWorkspace(): void {
    const { connection, guard } = this;
    connection.onDidChangeWatchedFiles(
      guard.notification('didChangeWatchedFiles', (params) => {
        const changes = readFileChanges(this.ports.files, params);
        // Before the indexes, which make everybody look again.
        this.session.configs.forget();
        this.session.indexes.filesChanged(changes);
        for (const path of changes.keys()) this.configChanged(path);
      }),
    );
    connection.onNotification(
      focusMethod,
      guard.notification('focus', () => {
        this.revalidate({ focused: true });
      }),
    );
    connection.onDidChangeConfiguration(
      guard.notification('didChangeConfiguration', async ({ settings }: { settings: unknown }) => {
        const { session } = this;
        if (!session.client.configuration) session.settings.push((settings as { moodleWs?: unknown } | null)?.moodleWs);
        session.settings.forget();
        await session.lookAround();
        this.allChanged();
      }),
    );
  }
}

function foldersOf({ workspaceFolders, ...old }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what clients without folders send
  const { rootUri } = old;
  return rootUri === null ? [] : [rootUri];
}
