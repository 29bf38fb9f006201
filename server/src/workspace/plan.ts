/** Which indexes a workspace needs: one for each Moodle tree, one for each set of plugins that belongs to no tree. */
import type { Codebase, Component } from './codebase.ts';
import { findPlugin, findTreeRoot, pluginCodebase, treeCodebase, treeRootAt } from './codebase.ts';
import { discover } from './discover.ts';
import type { Tree } from './discover.ts';
import type { Files } from './files.ts';
import { isInside } from './paths.ts';

export interface Folder {
  /** Canonical. */
  readonly path: string;
  /** Setting `moodleWs.moodlePath`, absolute; undefined when not set. */
  readonly moodlePath: string | undefined;
}

export interface IndexPlan {
  readonly codebase: Codebase;
  /** False for a tree that only an open document or a setting leads to: the client does not watch it. */
  readonly inWorkspace: boolean;
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

class Planner {
  private readonly trees = new Map<string, { tree: Tree; inWorkspace: boolean; shadows: Map<string, Component> }>();
  private readonly standalone: Standalone[] = [];
  private readonly folderRoots = new Map<string, string>();
  private readonly missing: string[] = [];

  constructor(private readonly files: Files) {}

  folder({ path, moodlePath }: Folder): void {
    const { trees, plugins } = discover(this.files, path);
    const configured = moodlePath === undefined ? undefined : treeRootAt(this.files, moodlePath);
    if (moodlePath !== undefined && !configured) this.missing.push(moodlePath);
    for (const tree of trees) this.tree(tree, isInside(tree.root, path) || isInside(path, tree.root));
    if (configured && trees.length === 0) this.tree(configured, isInside(configured.root, path));
    for (const plugin of plugins) this.plugin(plugin, path, configured);
    const root = trees[0]?.root ?? configured?.root;
    if (root !== undefined) this.folderRoots.set(path, root);
  }

  /** A document outside everything that folders have. */
  document(path: string, editorPath: string): void {
    const tree = findTreeRoot(this.files, editorPath) ?? findTreeRoot(this.files, path);
    if (tree) this.tree(tree, false);
    const plugin = tree && isInside(path, tree.root) ? undefined : findPlugin(this.files, path);
    if (plugin) this.plugin(plugin, plugin.directory, undefined);
  }

  private tree(tree: Tree, inWorkspace: boolean): void {
    const known = this.trees.get(tree.root);
    if (known) known.inWorkspace ||= inWorkspace;
    else this.trees.set(tree.root, { tree, inWorkspace, shadows: new Map() });
  }

  private plugin(plugin: Component, group: string, configured: Tree | undefined): void {
    const known = this.standalone.some((one) => one.plugin.directory === plugin.directory);
    if (!known) this.standalone.push({ plugin, group, configured });
  }

  /** The trees that a plugin stands in for its copy, or is added to. */
  private treesFor({ plugin, configured }: Standalone) {
    if (configured) return [...this.trees.values()].filter(({ tree }) => tree.root === configured.root);
    const all = [...this.trees.values()];
    const holders = all.filter(({ tree }) => treeCodebase(this.files, tree.root, tree.kind).components.has(plugin.name));
    const ofWorkspace = all.filter(({ inWorkspace }) => inWorkspace);
    return holders.length > 0 ? holders : ofWorkspace.length === 1 ? ofWorkspace : [];
  }

  finish(): Plan {
    const groups = new Map<string, Component[]>();
    for (const one of this.standalone) {
      const free = this.treesFor(one).filter(({ shadows }) => !shadows.has(one.plugin.name));
      for (const { shadows } of free) shadows.set(one.plugin.name, one.plugin);
      if (free.length > 0) continue;
      // A second checkout of the same plugin in the same folder gets an index of its own.
      const group = groups.get(one.group)?.some(({ name }) => name === one.plugin.name)
        ? one.plugin.directory
        : one.group;
      groups.set(group, [...(groups.get(group) ?? []), one.plugin]);
    }
    const indexes: IndexPlan[] = [...this.trees.values()].map(({ tree, inWorkspace, shadows }) => ({
      codebase: treeCodebase(this.files, tree.root, tree.kind, [...shadows.values()]),
      inWorkspace,
    }));
    for (const [group, plugins] of groups) {
      const codebase = pluginCodebase(plugins);
      if (!this.folderRoots.has(group)) this.folderRoots.set(group, codebase.root);
      indexes.push({ codebase, inWorkspace: true });
    }
    return { indexes, folderRoots: this.folderRoots, missing: this.missing };
  }
}

/**
 * Plans the indexes for workspace folders and for open documents outside of them. A plugin that stands alone joins the
 * tree of the setting, else every tree that has a copy of it, else the only tree of the workspace.
 */
export function planIndexes(
  files: Files,
  folders: readonly Folder[],
  documents: readonly { readonly path: string; readonly editorPath: string }[],
): Plan {
  const planner = new Planner(files);
  for (const folder of folders) planner.folder(folder);
  for (const { path, editorPath } of documents) planner.document(path, editorPath);
  return planner.finish();
}
