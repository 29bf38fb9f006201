import type { Connection, Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import { digest } from '../index/digest.ts';
import type { OpenDocument } from './documents.ts';
import type { Guard } from './guard.ts';
import type { Clock } from './ports.ts';
import type { Refresher } from './refresher.ts';

/** How diagnostics reach the client. */
export interface Delivery {
  /** A document was opened or edited. */
  changed(document: OpenDocument): void;
  closed(document: OpenDocument): void;
  /** Something that all documents may depend on has changed. */
  allChanged(): void;
}

export interface DeliveryPorts {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly diagnose: (document: OpenDocument) => Promise<Diagnostic[]>;
  /** What is open now. */
  readonly documents: () => readonly OpenDocument[];
  /** False while the first scan runs: its end is a change of everything, and until then it has the processor. */
  readonly isReady: () => boolean;
}

/** Typing goes on; who pauses this long wants to know (milliseconds). Other documents can wait for a longer pause. */
const pause = { own: 150, others: 500 };

/** For clients that cannot ask: sends what changed, when typing pauses. */
export class PushDelivery implements Delivery {
  /** By document: how to stop its timer, and how long that is. */
  private readonly waiting = new Map<string, { readonly stop: () => void; readonly delay: number }>();

  constructor(private readonly ports: DeliveryPorts) {}

  changed(document: OpenDocument): void {
    this.schedule(document, pause.own);
    for (const other of this.ports.documents())
      if (other !== document && this.waiting.get(other.uri)?.delay !== pause.own) this.schedule(other, pause.others);
  }

  allChanged(): void {
    for (const document of this.ports.documents())
      if (!this.waiting.has(document.uri)) this.schedule(document, pause.own);
  }

  closed({ uri }: OpenDocument): void {
    this.waiting.get(uri)?.stop();
    this.waiting.delete(uri);
    void this.ports.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  private schedule(document: OpenDocument, delay: number): void {
    const { clock, guard } = this.ports;
    this.waiting.get(document.uri)?.stop();
    const stop = clock.after(delay, () => {
      this.waiting.delete(document.uri);
      if (!this.ports.isReady()) return;
      void guard.run('diagnostics', () => this.send(document));
    });
    this.waiting.set(document.uri, { stop, delay });
  }

  private async send(document: OpenDocument): Promise<void> {
    const { version } = document.text;
    const diagnostics = await this.ports.diagnose(document);
    // Edited or closed meanwhile: a later round has it.
    if (!this.ports.documents().includes(document) || document.text.version !== version) return;
    await this.ports.connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  }
}

/** For clients that ask: says when it is worth asking again. */
export class PullDelivery implements Delivery {
  constructor(private readonly refresher: Refresher) {}

  changed(): void {
    // The client asks for what it edits, and for what depends on it (interFileDependencies).
  }

  closed(): void {
    // Nothing was sent.
  }

  allChanged(): void {
    this.refresher.soon();
  }
}

/** Answers one request; `unchanged` when the client has the same already. */
export async function report(
  { previousResultId }: DocumentDiagnosticParams,
  diagnose: () => Promise<readonly Diagnostic[]>,
): Promise<DocumentDiagnosticReport> {
  const items = [...(await diagnose())];
  const resultId = resultIdOf(items);
  return resultId === previousResultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items };
}

/** Tells answers apart, for {@link report} and its like. */
export const resultIdOf = (items: readonly Diagnostic[]): string => digest(JSON.stringify(items)).toString(36);
