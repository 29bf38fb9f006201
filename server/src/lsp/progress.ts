import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Shows one long work at a time in the client; does nothing where the client cannot show it. */
export class Progress {
  private reporter: Promise<WorkDoneProgressServerReporter | undefined> | undefined;
  private percentage = -1;

  constructor(
    private readonly connection: Connection,
    private readonly isSupported: boolean,
    private readonly onCancel: () => void,
  ) {}

  begin(): void {
    this.percentage = -1;
    if (this.isSupported) this.reporter ??= this.create();
  }

  private async create(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.connection.window.createWorkDoneProgress();
      reporter.begin(l10n.t('Indexing Moodle web services'), 0, undefined, true);
      reporter.token.onCancellationRequested(() => {
        this.onCancel();
      });
      return reporter;
    } catch {
      // The client refused; the work goes on unseen.
      return undefined;
    }
  }

  report(done: number, of: number, what: string): void {
    const percentage = of === 0 ? 100 : Math.floor((done / of) * 20) * 5;
    if (percentage === this.percentage) return;
    this.percentage = percentage;
    void this.reporter?.then((reporter) => reporter?.report(percentage, what));
  }

  end(): void {
    const { reporter } = this;
    this.reporter = undefined;
    void reporter?.then((one) => one?.done());
  }
}
