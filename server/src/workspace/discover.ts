import type { CodebaseKind, Component } from './codebase.ts';
import { componentFromVersion, findPlugin, findTreeRoot, treeRootAt } from './codebase.ts';
import type { Files } from './files.ts';

/** A Moodle tree, by its `$CFG->dirroot`. */
export interface Tree {
  readonly root: string;
  readonly kind: CodebaseKind;
}

/** What a folder is about. */
export interface Found {
  readonly trees: readonly Tree[];
  /** Plugins that no tree is around. */
  readonly plugins: readonly Component[];
}

/** Folders that are looked into at most; more means a folder of everything, not of plugins. */
const maxChildren = 500;
const ignored = /^(\.|node_modules$|vendor$)/;

/**
 * The Moodle code of a folder: the tree or plugin that it is or lies in; else those among its direct children. Nothing
 * deeper is looked at, so that a folder without Moodle costs one listing.
 */
export function discover(files: Files, folder: string): Found {
  const around = findTreeRoot(files, folder);
  if (around) return { trees: [around], plugins: [] };
  const plugin = findPlugin(files, folder);
  if (plugin) return { trees: [], plugins: [plugin] };
  const trees: Tree[] = [];
  const plugins: Component[] = [];
  for (const child of (files.list(folder) ?? []).slice(0, maxChildren)) {
    if (!child.isDirectory || ignored.test(child.name)) continue;
    const directory = files.realPath(`${folder}/${child.name}`) ?? `${folder}/${child.name}`;
    const tree = treeRootAt(files, directory);
    const name = tree ? undefined : componentFromVersion(files, directory);
    if (tree) trees.push(tree);
    else if (name !== undefined) plugins.push({ name, directory });
  }
  return { trees, plugins };
}
