import type { IndexSnapshot } from '../index/snapshot.ts';
import { isCore } from '../workspace/codebase.ts';
import type { Component } from '../workspace/codebase.ts';
import { branchOfVersion } from '../workspace/moodleVersions.ts';
import type { Targets } from '../workspace/moodleVersions.ts';
import { perRevision } from './remembered.ts';
import { numberIn, numbersIn, versionFileOf } from './versionFile.ts';

/**
 * The Moodle versions that a component supports, by `$plugin->supported` and `$plugin->requires`; else that of the tree
 * it is in. What belongs to core supports its own version alone.
 */
export const targetsOf = perRevision((snapshot, component: Component | undefined): Targets => {
  const { branch, kind } = snapshot.codebase;
  // Totara went its own way from Moodle 3.4.
  const tree = kind === 'totara' ? 34 : branch === undefined ? undefined : Number(branch);
  const own: Targets = tree === undefined ? { from: 0, to: Infinity } : { from: tree, to: tree };
  if (!component || isCore(component) || isStandard(snapshot, component)) return own;
  const version = versionFileOf(snapshot, component);
  if (!version) return own;
  const requires = numberIn(version, 'requires');
  const supported = numbersIn(version, 'supported').filter((one) => one > 0);
  const from = Math.max(requires === undefined ? 0 : branchOfVersion(requires), supported[0] ?? 0);
  const to = supported.at(-1) ?? Infinity;
  if (from === 0 && supported.length === 0) return own;
  return { from, to: to === Infinity ? Math.max(tree ?? Infinity, from) : Math.max(to, from) };
});

/**
 * Whether a plugin comes with Moodle, and so supports the Moodle that it comes with (lib/plugins.json since 4.5,
 * core_plugin_manager::standard_plugins_list() before).
 */
export function isStandard(snapshot: IndexSnapshot, { name }: Component): boolean {
  const { root, kind } = snapshot.codebase;
  if (kind === 'plugin') return false;
  const cut = name.indexOf('_');
  const [type, plugin] = [name.slice(0, cut), name.slice(cut + 1)];
  for (const path of ['lib/plugins.json', 'lib/classes/plugin_manager.php']) {
    const file = snapshot.file(`${root}/${path}`)?.text;
    // The lists of plugins that were deleted stand before it.
    const text = file?.slice(Math.max(0, file.indexOf('$standard_plugins')));
    const list = text && new RegExp(`['"]${type}['"]\\s*(?:=>|:)\\s*(?:array\\(|\\[)([^)\\]]*)`).exec(text)?.[1];
    if (list !== undefined && new RegExp(`['"]${plugin}['"]`).test(list)) return true;
  }
  return false;
}
