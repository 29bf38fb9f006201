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
 * The standard plugins of one type, as they are written: texts of lib/plugins.json (since 4.5) and of
 * core_plugin_manager::standard_plugins_list() (before).
 */
const standardPlugins = perRevision((snapshot, type: string): readonly string[] =>
  ['lib/plugins.json', 'lib/classes/plugin_manager.php'].flatMap((path) => {
    const file = snapshot.file(`${snapshot.codebase.root}/${path}`)?.text;
    // The lists of plugins that were deleted stand before it.
    const text = file?.slice(Math.max(0, file.indexOf('$standard_plugins')));
    const list = text && new RegExp(`['"]${type}['"]\\s*(?:=>|:)\\s*(?:array\\(|\\[)([^)\\]]*)`).exec(text)?.[1];
    return list === undefined || list === '' ? [] : [list];
  }),
);

/** Whether a plugin comes with Moodle, and so supports the Moodle that it comes with. */
export function isStandard(snapshot: IndexSnapshot, { name }: Component): boolean {
  if (snapshot.codebase.kind === 'plugin') return false;
  const cut = name.indexOf('_');
  const plugin = new RegExp(`['"]${name.slice(cut + 1)}['"]`);
  return standardPlugins(snapshot, name.slice(0, cut)).some((list) => plugin.test(list));
}
