/** Which indexes a workspace needs: one for each Moodle tree, one for each set of plugins that belongs to no tree. */
import type { Codebase, Component } from './codebase.ts';
import { findPlugin, findTreeRoot, pluginCodebase, treeCodebase, treeRootAt } from './codebase.ts';
import { discover } from './discover.ts';
import type { Tree } from './discover.ts';
import type { Files } from './files.ts';
import { isAbsolute, isInside } from './paths.ts';

export interface Folder {
  /** Canonical. */
  readonly path: string;
  /** Setting `moodleWs.moodlePath`, absolute; undefined when not set. */
  readonly moodlePath: string | undefined;
  /** Setting `moodleWs.catalogueFile`, absolute; undefined when not set. */
  readonly catalogueFile?: string | undefined;
}

/** A document that is open, by its canonical path and by the editor's, which may lead through links. */
export interface Place {
  readonly path: string;
  readonly editorPath: string;
}

export interface IndexPlan {
  readonly codebase: Codebase;
  /** False for what only an open document or a setting leads to: the client does not watch it. */
  readonly inWorkspace: boolean;
  /** The file of functions that are known beside the code; undefined where there is none, and for trees. */
  readonly catalogueFile?: string | undefined;
}

export interface Plan {
  readonly indexes: readonly IndexPlan[];
  /** Folder → root of the index that answers for what is in it but in no component. */
  readonly folderRoots: ReadonlyMap<string, string>;
  /** Settings that lead nowhere. */
  readonly missing: readonly string[];
}

interface Standalone {
  readonly plugin: Component;
  /** Where it was found: those of one folder share an index. */
  readonly group: string;
  readonly configured: Tree | undefined;
}

/**
 * Plans the indexes for workspace folders and for open documents outside of them. A plugin that stands alone joins the
 * tree of the setting, else every tree that has a copy of it, else the only tree of the workspace.
 */
export function planIndexes(files: Files, folders: readonly Folder[], documents: readonly Place[]): Plan {
  const planner = new Planner(files, folders);
  for (const folder of folders) planner.folder(folder);
  for (const document of documents) planner.document(document);
  return planner.finish();
}

class Planner {
  private readonly trees = new Map<string, { tree: Tree; shadows: Map<string, Component> }>();
  private readonly standalone: Standalone[] = [];
  private readonly folderRoots = new Map<string, string>();
  private readonly missing: string[] = [];
  private readonly bare: string[] = [];

  constructor(
    private readonly files: Files,
    private readonly folders: readonly Folder[],
  ) {}

  folder({ path, moodlePath, catalogueFile }: Folder): void {
    const { trees, plugins } = discover(this.files, path);
    const configured = moodlePath === undefined ? undefined : treeRootAt(this.files, moodlePath);
    if (moodlePath !== undefined && !configured) this.missing.push(moodlePath);
    for (const tree of trees) this.tree(tree);
    if (configured && trees.length === 0) this.tree(configured);
    for (const plugin of plugins) this.plugin(plugin, path, configured);
    const root = trees[0]?.root ?? configured?.root;
    if (root !== undefined) this.folderRoots.set(path, root);
    // No PHP of Moodle's, but calls of functions that the user's file tells of.
    else if (plugins.length === 0 && catalogueFile !== undefined) this.bare.push(path);
  }

  /** The tree or plugin around a document, where it is none of a folder's. */
  document({ path, editorPath }: Place): void {
    if (!isAbsolute(path)) return;
    for (const one of new Set([editorPath, path])) {
      const tree = this.isKnown(one) ? undefined : findTreeRoot(this.files, one);
      if (tree) this.tree(tree);
    }
    const plugin = this.isKnown(path) ? undefined : findPlugin(this.files, path);
    if (plugin) this.plugin(plugin, plugin.directory, undefined);
  }

  private isKnown(path: string): boolean {
    return (
      [...this.trees.keys()].some((root) => isInside(path, root)) ||
      this.standalone.some(({ plugin }) => isInside(path, plugin.directory))
    );
  }

  private tree({ root, kind }: Tree): void {
    const tree = { root: this.files.realPath(root) ?? root, kind };
    if (!this.trees.has(tree.root)) this.trees.set(tree.root, { tree, shadows: new Map() });
  }

  private plugin(plugin: Component, group: string, configured: Tree | undefined): void {
    const known = this.standalone.some((one) => one.plugin.directory === plugin.directory);
    if (!known) this.standalone.push({ plugin, group, configured });
  }

  private isInWorkspace(root: string): boolean {
    return this.folders.some(({ path }) => isInside(root, path) || isInside(path, root));
  }

  /** The trees in which a plugin stands in for its copy, or to which it is added. */
  private treesFor({ plugin, configured }: Standalone) {
    const all = [...this.trees.values()];
    if (configured) return all.filter(({ tree }) => tree.root === configured.root);
    const holders = all.filter(({ tree }) =>
      treeCodebase(this.files, tree.root, tree.kind).components.has(plugin.name),
    );
    const ofWorkspace = all.filter(({ tree }) => this.isInWorkspace(tree.root));
    return holders.length > 0 ? holders : ofWorkspace.length === 1 ? ofWorkspace : [];
  }

  /** Gives each plugin to its trees; what is left, by group. */
  private place(): Map<string, Component[]> {
    const groups = new Map<string, Component[]>();
    for (const one of this.standalone) {
      const { name, directory } = one.plugin;
      const free = this.treesFor(one).filter(({ shadows }) => !shadows.has(name));
      for (const { shadows } of free) shadows.set(name, one.plugin);
      if (free.length > 0) continue;
      // A second checkout of the same plugin in the same folder gets an index of its own.
      const taken = groups.get(one.group)?.some((other) => other.name === name) === true;
      const group = taken ? directory : one.group;
      groups.set(group, [...(groups.get(group) ?? []), one.plugin]);
    }
    return groups;
  }

  finish(): Plan {
    const groups = this.place();
    const indexes: IndexPlan[] = [...this.trees.values()].map(({ tree, shadows }) => ({
      codebase: treeCodebase(this.files, tree.root, tree.kind, [...shadows.values()]),
      inWorkspace: this.isInWorkspace(tree.root),
    }));
    for (const [group, plugins] of groups) {
      const codebase = pluginCodebase(plugins);
      if (!this.folderRoots.has(group)) this.folderRoots.set(group, codebase.root);
      const catalogueFile = this.folders.find(({ path }) => isInside(group, path))?.catalogueFile;
      indexes.push({ codebase, inWorkspace: this.isInWorkspace(codebase.root), catalogueFile });
    }
    for (const { path, catalogueFile } of this.folders.filter((one) => this.bare.includes(one.path))) {
      if (indexes.some(({ codebase }) => isInside(codebase.root, path))) continue;
      indexes.push({ codebase: pluginCodebase([], path), inWorkspace: true, catalogueFile });
    }
    return { indexes, folderRoots: this.folderRoots, missing: this.missing };
  }
}
