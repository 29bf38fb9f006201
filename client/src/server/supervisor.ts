/** One server process, as the {@link Supervisor} sees it. */
export interface ServerRun {
  /** Settles when the server answers requests; rejects when it ended before that. */
  start(): Promise<void>;
  /** Ends it in any state. */
  stop(): Promise<void>;
}

export type ServerLife = 'starting' | 'running' | 'crashed' | 'stopped';

export interface SupervisorPorts<Run extends ServerRun> {
  /** A new server, not started; it calls `onClosed` when it ended by itself. */
  create(onClosed: () => void): Run;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  onLife(life: ServerLife): void;
  /** The server ended {@link crashesToReport} times within {@link crashWindow}: said once per series. */
  onRepeatedCrashes(): void;
}

const crashWindow = 180_000;
const longestPause = 5_000;
export const crashesToReport = 5;

/** The first restarts are immediate; a server that cannot live is started every few seconds. */
export function pauseBefore(crashes: number): number {
  return crashes < crashesToReport ? 0 : Math.min(longestPause, 250 * 2 ** (crashes - crashesToReport));
}

/**
 * Keeps one language server alive. vscode-languageclient gives up at the fifth crash in three minutes, and a client
 * whose server died while it started cannot be started again; here every death leads to a new client, which opens all
 * documents again with the text that the editor has. So no edit is lost, however often the server ends.
 */
export class Supervisor<Run extends ServerRun> {
  private readonly ports: SupervisorPorts<Run>;
  private run: Run | undefined;
  private crashes: number[] = [];
  private reported = false;
  /** Grows with every start or stop by hand; a restart that waits for its turn is void after that. */
  private generation = 0;

  constructor(ports: SupervisorPorts<Run>) {
    this.ports = ports;
  }

  /** The server of this moment; it may still be starting. */
  get current(): Run | undefined {
    return this.run;
  }

  /** Starts a server, or one afresh in place of the one that runs; forgets earlier crashes. */
  async restart(): Promise<void> {
    await this.stop();
    this.crashes = [];
    this.reported = false;
    await this.launch();
  }

  async stop(): Promise<void> {
    this.generation++;
    const { run } = this;
    this.run = undefined;
    await run?.stop();
    this.ports.onLife('stopped');
  }

  private async launch(): Promise<void> {
    const run = this.ports.create(() => {
      void this.closed(run);
    });
    this.run = run;
    this.ports.onLife('starting');
    try {
      await run.start();
      if (this.run === run) this.ports.onLife('running');
    } catch {
      void this.closed(run);
    }
  }

  private async closed(run: Run): Promise<void> {
    if (this.run !== run) return;
    this.run = undefined;
    const { generation } = this;
    const now = this.ports.now();
    this.crashes = [...this.crashes.filter((time) => now - time < crashWindow), now];
    this.ports.onLife('crashed');
    this.report();
    await Promise.all([run.stop(), this.ports.wait(pauseBefore(this.crashes.length))]);
    if (generation === this.generation) await this.launch();
  }

  private report(): void {
    if (this.crashes.length < crashesToReport) this.reported = false;
    else if (!this.reported) {
      this.reported = true;
      this.ports.onRepeatedCrashes();
    }
  }
}
