import * as l10n from '@vscode/l10n';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { KnownFunctions } from '../index/knownFunctions.ts';
import { readCatalogueFile } from '../catalogue/catalogueFile.ts';
import type { ExternalFunction } from '../../../webservice/src/schema/function.ts';
import type { Files } from './files.ts';
import { maxCatalogueSize } from './files.ts';
import { componentOf, findPlugin, findTreeRoot, fingerprintOf } from './codebase.ts';
import { MoodleIndex } from './moodleIndex.ts';
import type { Yield } from './moodleIndex.ts';
import { baseName, directoryOf, isAbsolute, isInside } from './paths.ts';
import { planIndexes } from './plan.ts';
import type { Folder, Place, Plan } from './plan.ts';

/** Where indexes are kept between runs, by the root of their tree or plugin. Never throws. */
export interface IndexCache {
  /** The program that reads and writes: another build finds nothing. */
  readonly program: string;
  read(root: string): string | undefined;
  write(root: string, text: string): void;
}

export interface IndexesPorts {
  readonly files: Files;
  readonly cache?: IndexCache | undefined;
  readonly yield: Yield;
  /** Facts about Moodle's own functions, read at the first call; undefined when there are none. */
  readonly catalogue?: () => Catalogue | undefined;
  /** Called again and again while a scan makes much that is soon forgotten. */
  readonly expectGarbage?: () => void;
  /** Gives unused memory back to the system; called once after a scan. */
  readonly collectGarbage?: () => void;
}

/** What the scan tells while it works. */
export interface ScanListener {
  /** An index has come, gone, or entered another phase. */
  changed(): void;
  progress(index: MoodleIndex, done: number, of: number): void;
  /** The evaluation of a file or function met a bug of its own: the file counts as empty, the function as incomplete. */
  failed(what: string, error: unknown): void;
  /** A setting names a folder that is no Moodle tree. */
  missing(path: string): void;
  /** Nothing is left to be scanned, and nothing given back yet. */
  scanned?(signal: AbortSignal): Promise<void>;
  /** A setting names a file of functions that cannot be used. */
  badCatalogue?(path: string, why: string): void;
}

interface OpenDocument extends Place {
  /** Undefined for documents that the index does not read (JavaScript, templates …). */
  readonly text: string | undefined;
}

/** Files that are compared with the disk between two yields. */
const readBatch = 100;

/** Files whose coming, going or change may make other components or trees. */
const structural = /\/(version\.php|lib\/components\.json|db\/subplugins\.json)$/;
/** Files that make a folder a tree, by being there. */
const treeMarks = /\/lib\/(moodlelib|db\/services)\.php$/;

/**
 * All indexes of a workspace, each with the open documents laid over the disk. Paths are canonical; `editorPath` is the
 * one the editor uses, which may lead through links.
 */
export class Indexes {
  private plan: Plan = { indexes: [], folderRoots: new Map(), missing: [] };
  private byRoot = new Map<string, MoodleIndex>();
  private folders: readonly Folder[] = [];
  private readonly documents = new Map<string, OpenDocument>();
  private scanning: AbortController | undefined;
  private scanned: Promise<void> = Promise.resolve();
  /** Path → its index; undefined: none. Valid for one plan; emptied when it has grown large. */
  private readonly answers = new Map<string, MoodleIndex | undefined>();

  constructor(
    private readonly ports: IndexesPorts,
    private readonly listener: ScanListener,
  ) {}

  get all(): readonly MoodleIndex[] {
    return [...this.byRoot.values()];
  }

  /** Finds trees and plugins anew and starts to scan what is new. */
  setFolders(folders: readonly Folder[]): void {
    this.folders = folders;
    this.replan();
  }

  // ---- which index answers ------------------------------------------------------------------------------------

  /**
   * The index that answers for a file: the tree around it, the one that has its component, the one of its workspace
   * folder, the only one there is.
   */
  indexFor(path: string): MoodleIndex | undefined {
    if (this.answers.size > 1000) this.answers.clear();
    if (!this.answers.has(path)) this.answers.set(path, this.findIndex(path));
    return this.answers.get(path);
  }

  private findIndex(path: string): MoodleIndex | undefined {
    const around = this.all
      .filter((index) => index.codebase.kind !== 'plugin' && isInside(path, index.root))
      .sort((a, b) => b.root.length - a.root.length)[0];
    if (around) return around;
    const holder = this.all.find((index) => componentOf(index.codebase, path));
    if (holder) return holder;
    const top = this.all.find((index) => isInside(path, index.top));
    if (top) return top;
    const folder = [...this.plan.folderRoots.keys()]
      .filter((one) => isInside(path, one))
      .sort((a, b) => b.length - a.length)[0];
    const root = folder === undefined ? undefined : this.plan.folderRoots.get(folder);
    if (root !== undefined) return this.byRoot.get(root);
    return this.byRoot.size === 1 ? this.all[0] : undefined;
  }

  // ---- documents and files ------------------------------------------------------------------------------------

  /** A document was opened: its tree or plugin is indexed, wherever it is. */
  open(path: string, editorPath: string, text: string | undefined): void {
    this.documents.set(path, { path, editorPath, text });
    if (this.isNewPlace(path, editorPath)) this.replan();
    this.apply(path, text);
  }

  /** Whether a tree or plugin is around a document that no index covers yet. */
  private isNewPlace(path: string, editorPath: string): boolean {
    const { files } = this.ports;
    if (!isAbsolute(path)) return false;
    if (editorPath !== path && !this.isKnownPlace(editorPath) && findTreeRoot(files, editorPath)) return true;
    return !this.isKnownPlace(path) && (findTreeRoot(files, path) ?? findPlugin(files, path)) !== undefined;
  }

  change(path: string, text: string): void {
    const document = this.documents.get(path);
    if (!document) return;
    this.documents.set(path, { ...document, text });
    this.apply(path, text);
  }

  close(path: string): void {
    const document = this.documents.get(path);
    this.documents.delete(path);
    if (document?.text !== undefined) this.apply(path, undefined);
    if (this.indexFor(path)?.plan.inWorkspace === false) this.replan();
  }

  /** Files that changed on disk; true for those that are gone. What is open stays as it is in the editor. */
  filesChanged(changes: ReadonlyMap<string, boolean>): void {
    const before = this.state();
    let replan = false;
    for (const index of this.all) {
      const relevant = new Map<string, string | null | undefined>();
      for (const [path, gone] of changes) {
        if (!index.covers(path)) continue;
        // What is open stays as the editor has it; but whether it is there on disk shows in its folder.
        if (this.isOpen(path)) relevant.set(directoryOf(path), undefined);
        else relevant.set(path, gone ? null : undefined);
        if (gone) for (const below of index.store.loadedPaths(path)) if (!this.isOpen(below)) relevant.set(below, null);
      }
      if (relevant.size > 0) index.store.apply(relevant);
    }
    for (const [path, gone] of changes) {
      const newComponent = !gone && path.endsWith('/db/services.php') && !this.isKnownPlace(path);
      // A folder that is gone may have held any of those.
      const folder = gone && (!baseName(path).includes('.') || this.isComponent(path));
      if (structural.test(path) || treeMarks.test(path) || newComponent || folder) replan = true;
    }
    if (replan) this.replan();
    if (this.state() !== before) this.listener.changed();
  }

  /** Looks at the disk again, for indexes that nobody watches. */
  async revalidate(which: (index: MoodleIndex) => boolean): Promise<void> {
    const before = this.state();
    for (const index of this.all.filter(which)) {
      const paths = index.store.loadedPaths().filter((path) => !this.isOpen(path));
      while (paths.length > 0) {
        index.store.apply(new Map(paths.splice(0, readBatch).map((path) => [path, undefined])));
        await this.ports.yield();
      }
    }
    this.replan();
    if (this.state() !== before) this.listener.changed();
  }

  /** Differs when an index may answer otherwise. */
  private state(): string {
    return this.all.map(({ fingerprint, snapshot }) => `${fingerprint} ${snapshot.revision}`).join('\n');
  }

  private isOpen(path: string): boolean {
    return this.documents.get(path)?.text !== undefined;
  }

  private apply(path: string, text: string | undefined): void {
    if (!path.endsWith('.php')) return;
    for (const index of this.all) if (index.covers(path)) index.store.apply(new Map([[path, text]]));
    if (structural.test(path)) this.replan();
  }

  private isKnownPlace(path: string): boolean {
    return this.all.some((index) => index.covers(path));
  }

  private isComponent(directory: string): boolean {
    return this.all.some((index) =>
      [...index.codebase.components.values()].some((component) => isInside(component.directory, directory)),
    );
  }

  // ---- plan and scan ------------------------------------------------------------------------------------------

  private replan(): void {
    const { files } = this.ports;
    const before = new Set(this.plan.missing);
    this.plan = planIndexes(files, this.folders, [...this.documents.values()]);
    const next = new Map<string, MoodleIndex>();
    for (const plan of this.plan.indexes) {
      const known = this.byRoot.get(plan.codebase.root);
      const isSame =
        known?.fingerprint === fingerprintOf(plan.codebase) && known.plan.catalogueFile === plan.catalogueFile;
      const same = isSame ? known : undefined;
      if (same) same.plan = plan;
      next.set(plan.codebase.root, same ?? this.create(plan));
    }
    const changed =
      next.size !== this.byRoot.size || [...next].some(([root, index]) => this.byRoot.get(root) !== index);
    this.byRoot = next;
    this.answers.clear();
    for (const path of this.plan.missing) if (!before.has(path)) this.listener.missing(path);
    if (changed) this.scan();
  }

  private create(plan: Plan['indexes'][number]): MoodleIndex {
    const { files, catalogue = () => undefined } = this.ports;
    const failed = (what: string, error: unknown) => {
      this.listener.failed(what, error);
    };
    const known = new KnownFunctions(catalogue, this.catalogueFile(plan.catalogueFile));
    const index = new MoodleIndex(plan, files, failed, known);
    const kept = this.ports.cache?.read(index.root);
    if (kept !== undefined) index.recall(kept, this.programFor(index));
    const open = [...this.documents.values()].filter(({ path, text }) => text !== undefined && index.covers(path));
    if (open.length > 0) index.store.apply(new Map(open.map(({ path, text }) => [path, text])));
    return index;
  }

  /** Who may take over what is kept of an index: the same program with the same file of functions. */
  private programFor({ plan: { catalogueFile } }: MoodleIndex): string {
    const { cache, files } = this.ports;
    const file = catalogueFile === undefined ? '' : `${catalogueFile} ${files.stamp(catalogueFile) ?? ''}`;
    return `${cache?.program ?? ''}\n${file}`;
  }

  /** Reads a user's file of functions when they are first asked for. One that is not there is told of at once. */
  private catalogueFile(path: string | undefined): (() => ReadonlyMap<string, ExternalFunction>) | undefined {
    if (path === undefined) return undefined;
    const { files } = this.ports;
    const bad = (why: string) => this.listener.badCatalogue?.(path, why);
    if (!files.isFile(path)) {
      bad(l10n.t('There is no such file.'));
      return undefined;
    }
    return () => {
      const text = files.read(path, maxCatalogueSize);
      const read = text === undefined ? { failure: l10n.t('It cannot be read.') } : readCatalogueFile(text);
      if ('functions' in read) return read.functions;
      bad(read.failure);
      return new Map();
    };
  }

  private scan(): void {
    this.scanning?.abort();
    const controller = new AbortController();
    this.scanning = controller;
    const failed = (error: unknown) => {
      this.listener.failed('scan', error);
      this.cancelScan();
    };
    this.scanned = this.scanAll(controller.signal).catch(failed);
    void this.scanned.then(() => this.settle(controller.signal)).catch(failed);
    this.listener.changed();
  }

  /** Declarations of all indexes first: they are what completion and navigation need. */
  private async scanAll(signal: AbortSignal): Promise<void> {
    for (const index of this.all.filter(({ phase }) => phase === 'declarations')) {
      await index.readDeclarations('services', this.ports.yield, signal);
      if (signal.aborted) return;
      index.phase = 'schemas';
      this.listener.changed();
    }
    for (const index of this.all.filter(({ phase }) => phase === 'schemas')) {
      if (!index.isRecalled)
        await index.describeAll(this.ports.yield, signal, (done, of) => {
          this.ports.expectGarbage?.();
          this.listener.progress(index, done, of);
        });
      if (signal.aborted) return;
      index.phase = 'ready';
      this.listener.changed();
    }
  }

  /** What nobody waits for: capabilities, which only their completion and hover need, the cache, giving memory back. */
  private async settle(signal: AbortSignal): Promise<void> {
    for (const index of this.all) await index.readDeclarations('access', this.ports.yield, signal);
    await this.listener.scanned?.(signal);
    if (signal.aborted) return;
    const worked = this.all.filter((index) => index.worked);
    for (const index of worked) {
      this.keep(index);
      index.store.rest((path) => this.isOpen(path));
    }
    if (worked.length > 0) this.ports.collectGarbage?.();
  }

  /** For the next run. Apart, so that nothing holds the text any more when memory is given back. */
  private keep(index: MoodleIndex): void {
    const { cache } = this.ports;
    const text = cache && index.store.toCache(this.programFor(index));
    if (text !== undefined) cache?.write(index.root, text);
  }

  /** Ends the background scan; what is asked for is evaluated then. */
  cancelScan(): void {
    this.scanning?.abort();
    for (const index of this.all) index.phase = 'ready';
    this.listener.changed();
  }

  /** Settles when the scan that runs now has ended. */
  async whenScanned(): Promise<void> {
    for (let seen; seen !== this.scanned;) await (seen = this.scanned);
  }
}
