import type { Codebase } from './codebase.ts';

/** Moodle's branches with the version number of their first release (each branch's version.php), oldest first. */
export const moodleBranches = [
  ['3.9', 2020061500],
  ['3.10', 2020110900],
  ['3.11', 2021051700],
  ['4.0', 2022041900],
  ['4.1', 2022112800],
  ['4.2', 2023042400],
  ['4.3', 2023100900],
  ['4.4', 2024042200],
  ['4.5', 2024100700],
  ['5.0', 2025041400],
  ['5.1', 2025100600],
  ['5.2', 2026042000],
] as const;

/** The branches before, which only the rules know. */
const olderBranches = [
  ['3.0', 2015111600],
  ['3.1', 2016052300],
  ['3.2', 2016120500],
  ['3.3', 2017051500],
  ['3.4', 2017111300],
  ['3.5', 2018051700],
  ['3.6', 2018120300],
  ['3.7', 2019052000],
  ['3.8', 2019111800],
] as const;

/** Branches by name, by their order: what {@link BranchRange} counts in. */
const order = new Map<string, number>(moodleBranches.map(([name], index) => [name, index]));

/** Place of a branch in {@link moodleBranches}; undefined for those that are not known. */
export const branchIndex = (name: string): number | undefined => order.get(name);

/** Whether the branch with this index is the one of that name or newer. */
export const hasVersion = (index: number, name: string): boolean => index >= (branchIndex(name) ?? Infinity);

/** Indexes into {@link moodleBranches}, both inclusive. */
export interface BranchRange {
  readonly first: number;
  readonly last: number;
}

/** The branches that code is for. */
export interface TargetBranches extends BranchRange {
  /** False where it may be for others as well, which are older or newer than those that are known. */
  readonly isAll: boolean;
  /** The branch whose classes stand in for those of a tree: the oldest that is required; the newest where none is. */
  readonly base: number;
}

/** Moodle branches (`39`, `401`, `502`), inclusive. An open end is `Infinity`, an open beginning 0. */
export interface Targets {
  readonly from: number;
  readonly to: number;
}

const newest = moodleBranches.length - 1;

/** The code that `$CFG->branch` and `$plugin->supported` use: `39`, `311`, `401`, `500`. */
export function branchCode(name: string): number {
  const [major = '', minor = ''] = name.split('.');
  return Number(Number(major) < 4 ? `${major}${minor}` : `${major}${minor.padStart(2, '0')}`);
}

/** The other way: `404` → `4.4` */
export function versionOfBranch(code: number): string {
  if (code < 100) return `${Math.floor(code / 10)}.${code % 10}`;
  return code < 400 ? `3.${code - 300}` : `${Math.floor(code / 100)}.${code % 100}`;
}

/** Of a version number. A branch's own versions keep the day of its first release and count in the last two digits. */
const day = (version: number) => Math.floor(version / 100);

/** The code of the branch that has a version, or, for a day before a release, comes to have it; at most the newest. */
export function branchOfVersion(version: number): number {
  const all = [...olderBranches, ...moodleBranches];
  const branch = all.find(([, released]) => day(released) >= day(version)) ?? all.at(-1);
  return branchCode(branch?.[0] ?? '');
}

const codes = moodleBranches.map(([name]) => branchCode(name));

/** 39, 310 and 311 in order with 400. */
const rank = (code: number) => (code < 100 ? Math.floor(code / 10) * 100 + (code % 10) : code);

/** Index of the branch with a code, or of the last one before it; -1 before all. */
const indexOfCode = (code: string): number => codes.findLastIndex((one) => rank(one) <= rank(Number(code)));

const isNewer = (code: string): boolean => rank(Number(code)) > rank(codes[newest] ?? 0);

/**
 * The branches that a plugin says it runs on: `requires`, `supported` and `incompatible` of its version.php
 * (lib/classes/plugin_manager.php reads them). What lies outside of the known branches counts as the nearest of them.
 */
export function supportedBranches(versionPhp: string): TargetBranches {
  const requires = /->requires\s*=\s*['"]?(\d{10})/.exec(versionPhp)?.[1];
  const [, oldest, latest] = /->supported\s*=\s*(?:\[|array\s*\()\s*(\d+)\s*,\s*(\d+)/.exec(versionPhp) ?? [];
  const incompatible = /->incompatible\s*=\s*(\d+)/.exec(versionPhp)?.[1];
  const needed = day(Number(requires ?? 0));
  const required = moodleBranches.findIndex(([, version]) => day(version) >= needed);
  const first = Math.max(required < 0 ? newest : required, oldest === undefined ? 0 : indexOfCode(oldest), 0);
  const ends = [
    ...(latest === undefined ? [] : [indexOfCode(latest)]),
    ...(incompatible === undefined ? [] : [isNewer(incompatible) ? newest : indexOfCode(incompatible) - 1]),
  ];
  const isOpenAbove = latest === undefined ? incompatible === undefined : isNewer(latest);
  const last = Math.max(first, Math.min(newest, ...ends));
  return {
    first,
    last,
    base: requires === undefined && oldest === undefined ? last : first,
    isAll: needed >= day(moodleBranches[0][1]) && required >= 0 && !isOpenAbove,
  };
}

/** The branches that code is for: the tree's own; of plugins without a tree those that one of them supports. */
export function branchesOf(codebase: Codebase, read: (path: string) => string | undefined): TargetBranches {
  if (codebase.kind !== 'plugin') {
    const index = codebase.branch === undefined ? newest : Math.max(indexOfCode(codebase.branch), 0);
    return { first: index, last: index, base: index, isAll: true };
  }
  const all = [...codebase.components.values()].map(({ directory }) =>
    supportedBranches(read(`${directory}/version.php`) ?? ''),
  );
  if (all.length === 0) return supportedBranches('');
  return {
    first: Math.min(newest, ...all.map(({ first }) => first)),
    last: Math.max(0, ...all.map(({ last }) => last)),
    base: Math.min(newest, ...all.map(({ base }) => base)),
    isAll: all.every(({ isAll }) => isAll),
  };
}
