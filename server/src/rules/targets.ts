import type { IndexSnapshot } from '../index/snapshot.ts';
import type { Component } from '../workspace/codebase.ts';
import { branchCode, moodleBranches } from '../workspace/moodleVersions.ts';
import { numberIn, numbersIn, versionFileOf } from './versionFile.ts';

/** Moodle branches (`39`, `401`, `502`), inclusive. An open end is `Infinity`, an open beginning 0. */
export interface Targets {
  readonly from: number;
  readonly to: number;
}

/** Versions in which branches were released (version.php of each), oldest first. */
const releases: readonly (readonly [version: number, branch: number])[] = [
  [2015111600, 30],
  [2016052300, 31],
  [2016120500, 32],
  [2017051500, 33],
  [2017111300, 34],
  [2018051700, 35],
  [2018120300, 36],
  [2019052000, 37],
  [2019111800, 38],
  ...moodleBranches.map(([name, version]): [number, number] => [version, branchCode(name)]),
];

/** `404` → `4.4` */
export const versionOfBranch = (branch: number): string =>
  branch < 100
    ? `${Math.floor(branch / 10)}.${branch % 10}`
    : branch < 400
      ? `3.${branch - 300}`
      : `${Math.floor(branch / 100)}.${branch % 100}`;

const memory = new WeakMap<IndexSnapshot, Map<Component | undefined, Targets>>();

/**
 * The Moodle versions that a component supports, by `$plugin->supported` and `$plugin->requires`; else that of the tree
 * it is in. What belongs to core supports its own version alone.
 */
export function targetsOf(snapshot: IndexSnapshot, component: Component | undefined): Targets {
  let known = memory.get(snapshot);
  if (!known) memory.set(snapshot, (known = new Map<Component | undefined, Targets>()));
  let targets = known.get(component);
  if (!targets) known.set(component, (targets = readTargets(snapshot, component)));
  return targets;
}

function readTargets(snapshot: IndexSnapshot, component: Component | undefined): Targets {
  const { branch, kind } = snapshot.codebase;
  // Totara went its own way from Moodle 3.4.
  const tree = kind === 'totara' ? 34 : branch === undefined ? undefined : Number(branch);
  const own: Targets = tree === undefined ? { from: 0, to: Infinity } : { from: tree, to: tree };
  if (!component || component.name === 'core' || component.name.startsWith('core_') || isStandard(snapshot, component))
    return own;
  const version = versionFileOf(snapshot, component);
  if (!version) return own;
  const requires = numberIn(version, 'requires');
  const supported = numbersIn(version, 'supported').filter((one) => one > 0);
  const from = Math.max(requires === undefined ? 0 : branchOf(requires), supported[0] ?? 0);
  const to = supported.at(-1) ?? Infinity;
  if (from === 0 && supported.length === 0) return own;
  return { from, to: to === Infinity ? Math.max(tree ?? Infinity, from) : Math.max(to, from) };
}

/** The first branch that has a version: stable branches keep their day, so another day is one before a release. */
function branchOf(version: number): number {
  const day = (one: number) => Math.floor(one / 100);
  return releases.find(([released]) => day(released) >= day(version))?.[1] ?? releases.at(-1)?.[1] ?? 0;
}

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
