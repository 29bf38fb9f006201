import type {
  CancellationToken,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { documentAt, checkedPaths, isWorthChecking } from '../rules/documents.ts';
import { isStandard } from '../rules/targets.ts';
import { isCore } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { isInside } from '../workspace/paths.ts';
import { resultIdOf } from './delivery.ts';
import { allHitsIn, toDiagnostic } from './diagnostics.ts';
import type { Clock } from './ports.ts';
import type { Session } from './session.ts';

/** A file that is not open. */
export interface WorkspaceFile {
  readonly uri: string;
  check(): Promise<readonly Diagnostic[]>;
}

export interface WorkspacePorts {
  readonly clock: Clock;
  readonly yield: () => Promise<void>;
  /** What is checked now; undefined while that is not known. */
  readonly files: () => Promise<readonly WorkspaceFile[] | undefined>;
}

/** Typing goes on; who pauses this long gets the rest of the workspace checked again (milliseconds). */
const pause = 1000;
/** Files between two yields. */
const batch = 10;
const nothing = resultIdOf([]);

/**
 * Answers workspace/diagnostic. A client asks again as soon as it was answered, so an answer with nothing new waits for a
 * change: between changes there are neither messages nor work.
 */
export class WorkspaceDiagnostics {
  /** By URI; those of files without findings are left out. */
  private reports: ReadonlyMap<string, { readonly resultId: string; readonly items: readonly Diagnostic[] }> =
    new Map();
  private changes = 0;
  /** The change after which {@link reports} were made. */
  private madeAfter = -1;
  private stopWaiting: (() => void) | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly ports: WorkspacePorts) {}

  /** Something that findings may depend on has changed. */
  changed(): void {
    this.changes += 1;
    this.stopWaiting?.();
    this.stopWaiting = this.ports.clock.after(pause, () => {
      for (const wake of this.waiting) wake();
    });
  }

  async report(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    while (!token.isCancellationRequested) {
      const after = this.changes;
      if (this.madeAfter !== after) await this.check(after, token);
      const items = this.madeAfter === after ? this.news(known) : [];
      if (items.length > 0) return { items };
      if (this.changes === after) await this.change(token);
    }
    return { items: [] };
  }

  private async check(after: number, token: CancellationToken): Promise<void> {
    const reports = new Map<string, { resultId: string; items: readonly Diagnostic[] }>();
    const files = await this.ports.files();
    if (!files) return;
    for (const [at, file] of files.entries()) {
      if (at % batch === 0) await this.ports.yield();
      // Cancelled, or overtaken: the next round has it.
      if (token.isCancellationRequested || this.changes !== after) return;
      const items = await file.check();
      if (items.length > 0) reports.set(file.uri, { resultId: resultIdOf(items), items });
    }
    this.reports = reports;
    this.madeAfter = after;
  }

  /** What the client does not have yet, and what is gone. */
  private news(known: ReadonlyMap<string, string>): WorkspaceFullDocumentDiagnosticReport[] {
    const full = (
      uri: string,
      resultId: string,
      items: readonly Diagnostic[],
    ): WorkspaceFullDocumentDiagnosticReport => ({ kind: 'full', uri, version: null, resultId, items: [...items] });
    const found = [...this.reports]
      .filter(([uri, { resultId }]) => known.get(uri) !== resultId)
      .map(([uri, { resultId, items }]) => full(uri, resultId, items));
    const gone = [...known]
      .filter(([uri, resultId]) => !this.reports.has(uri) && resultId !== nothing)
      .map(([uri]) => full(uri, nothing, []));
    return [...found, ...gone];
  }

  private change(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        cancelled.dispose();
        resolve();
      };
      const cancelled = token.onCancellationRequested(wake);
      this.waiting.add(wake);
    });
  }
}

/**
 * The files that nobody has open of the plugins in the workspace: of those that do not come with Moodle, or whose folder
 * was opened itself. Nobody works on all of Moodle's own. Undefined while the index is made.
 */
export async function workspaceFiles(session: Session): Promise<WorkspaceFile[] | undefined> {
  await session.ready;
  if (session.indexes.all.some(({ phase }) => phase !== 'ready')) return undefined;
  const files: WorkspaceFile[] = [];
  for (const index of session.indexes.all) {
    for (const component of index.codebase.components.values()) {
      const folder = session.folderPaths.find(
        (one) => isInside(component.directory, one) || isInside(one, component.directory),
      );
      if (folder === undefined || !isWorkedOn(index, component, folder)) continue;
      const { diagnostics } = await session.settings.of(session.uriOf(component.directory));
      if (!diagnostics.enabled || !diagnostics.workspace) continue;
      for (const path of checkedPaths(index.snapshot, component))
        if (!session.documents.byPath(path)) files.push(fileOf(session, index, path));
    }
  }
  return files;
}

function isWorkedOn({ snapshot, codebase }: MoodleIndex, component: Component, folder: string): boolean {
  if (codebase.kind === 'plugin') return true;
  if (isCore(component)) return false;
  return isInside(folder, component.directory) || !isStandard(snapshot, component);
}

const fileOf = (session: Session, index: MoodleIndex, path: string): WorkspaceFile => ({
  uri: session.uriOf(path),
  check: async () => {
    const { snapshot } = index;
    const document = documentAt(snapshot, path);
    if (!document || !isWorthChecking(path, document.text.getText())) return [];
    const hits = await allHitsIn(session, index, document);
    return hits.map((hit) => toDiagnostic(session, index, document, hit));
  },
});
