import type { Connection } from 'vscode-languageserver';
import type { Now } from '../features/refactor/context.ts';
import type { RuleConfig } from '../rules/config.ts';
import { ConfigFiles, mergeConfigs } from '../rules/configFiles.ts';
import { gitBranch } from '../workspace/gitBranch.ts';
import { Indexes } from '../workspace/indexes.ts';
import type { FeatureDocument } from '../features/shared/document.ts';
import type { ScanListener } from '../workspace/indexes.ts';
import type { MoodleIndex } from '../workspace/moodleIndex.ts';
import { isInside, normalPath, pathOfUri, uriOfPath } from '../workspace/paths.ts';
import type { Folder } from '../workspace/plan.ts';
import type { Client } from './capabilities.ts';
import { canonicalPath, Documents } from './documents.ts';
import type { OpenDocument } from './documents.ts';
import type { Ports } from './ports.ts';
import { SettingsCache } from './settings.ts';

/** A workspace folder as the editor names it. */
interface EditorFolder {
  readonly uri: string;
  readonly editorPath: string;
  readonly path: string;
}

/** What one connection is about: the client, its folders, documents and settings, and the indexes of all that. */
export class Session {
  readonly documents: Documents;
  readonly indexes: Indexes;
  readonly settings: SettingsCache;
  /** moodle-ws.json files; what is open shadows the disk. */
  readonly configs: ConfigFiles;
  /** Settles when the folders have been looked at for the first time. */
  readonly ready: Promise<void>;
  private markReady: () => void = () => undefined;
  private folders: readonly EditorFolder[] = [];
  private round = 0;

  constructor(
    readonly client: Client,
    connection: Connection,
    readonly ports: Ports,
    listener: ScanListener,
  ) {
    this.documents = new Documents(ports.files);
    const cache = client.cacheFolder === undefined ? undefined : ports.cacheIn(client.cacheFolder);
    this.indexes = new Indexes({ ...ports, cache }, listener);
    this.ready = new Promise((resolve) => (this.markReady = resolve));
    this.settings = new SettingsCache({
      clock: ports.clock,
      pull: client.configuration
        ? async (uri) =>
            (await connection.workspace.getConfiguration({
              section: 'moodleWs',
              ...(uri === undefined ? {} : { scopeUri: uri }),
            })) as unknown
        : undefined,
      warn: (key) => {
        ports.logger.warn(`The setting ${key} has a value of the wrong type; its default holds.`);
      },
    });
    this.settings.push(client.settings);
    this.configs = new ConfigFiles((path) => this.read(path));
  }

  // ---- folders ------------------------------------------------------------------------------------------------

  addFolders(uris: readonly string[]): void {
    const known = new Set(this.folders.map(({ uri }) => uri));
    const added = uris.flatMap((uri): EditorFolder[] => {
      const editorPath = pathOfUri(uri);
      if (editorPath === undefined || known.has(uri)) return [];
      return [{ uri, editorPath, path: canonicalPath(this.ports.files, uri) }];
    });
    this.folders = [...this.folders, ...added];
  }

  removeFolders(uris: readonly string[]): void {
    this.folders = this.folders.filter(({ uri }) => !uris.includes(uri));
  }

  /** Looks for Moodle code in the folders, with their settings of now. */
  async lookAround(): Promise<void> {
    const round = (this.round += 1);
    try {
      const folders = await Promise.all(
        this.folders.map(async ({ uri, path }): Promise<Folder> => {
          const { moodlePath, catalogueFile } = await this.settings.of(uri);
          return {
            path,
            moodlePath: this.absolute(moodlePath, path),
            catalogueFile: this.absolute(catalogueFile, path),
          };
        }),
      );
      // The settings of a later round are newer, though they may have come sooner.
      if (round === this.round) this.indexes.setFolders(folders);
    } finally {
      // Requests wait for this; whatever went wrong, they get an answer. A round that another has overtaken found nothing.
      if (round === this.round) this.markReady();
    }
  }

  private absolute(setting: string, folder: string): string | undefined {
    if (setting === '') return undefined;
    const home = setting.replace(/^~(?=$|[\\/])/, this.ports.home);
    const path = normalPath(/^([\\/]|[A-Za-z]:)/.test(home) ? home : `${folder}/${home}`);
    return this.ports.files.realPath(path) ?? path;
  }

  /** What settings of the editor, and the files around a document, say about rules. */
  async ruleConfig({ uri, path }: FeatureDocument, { codebase }: MoodleIndex): Promise<RuleConfig> {
    const { rules } = await this.settings.of(uri);
    return mergeConfigs([{ rules }, this.configs.of(path, codebase, this.folderPaths)]);
  }

  /** The text of a file, as it is open or on disk. */
  read(path: string): string | undefined {
    const { files } = this.ports;
    return this.documents.byPath(path)?.text.getText() ?? (files.isFile(path) ? files.read(path) : undefined);
  }

  /** What refactorings take from outside of the code. */
  get now(): Now {
    const { files, today } = this.ports;
    return { today: today(), branchOf: (folder) => gitBranch(files, folder) };
  }

  /** Canonical paths of the workspace folders. */
  get folderPaths(): string[] {
    return this.folders.map(({ path }) => path);
  }

  // ---- who answers --------------------------------------------------------------------------------------------

  indexFor(document: OpenDocument): MoodleIndex | undefined {
    return this.indexes.indexFor(document.path);
  }

  /** The index of a folder or document that a request names; undefined: none. */
  indexForUri(uri: string): MoodleIndex | undefined {
    return this.indexes.indexFor(canonicalPath(this.ports.files, uri));
  }

  /** The URI under which the editor knows a file: that of its open document, or below the folder through which it came. */
  uriOf(path: string): string {
    const open = this.documents.byPath(path);
    if (open) return open.uri;
    const folder = this.folders.find((one) => one.path !== one.editorPath && isInside(path, one.path));
    return uriOfPath(folder ? folder.editorPath + path.slice(folder.path.length) : path);
  }
}
