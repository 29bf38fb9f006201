import { expect } from 'vitest';
import { applyEdits } from '../edits/textEdit.ts';
import { moodle, open, plugin, storeOf } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { targetsOf } from './targets.ts';

export const services = '/work/local_shop/db/services.php';
const coreServices = '/moodle/lib/db/services.php';

/** What a rule finds in one file of a tree, after that file was given `text`. */
export function findingsIn(
  rule: Rule,
  tree: Tree,
  path: string,
  text = tree[path] ?? '',
  facts?: string,
  base?: Tree,
): Finding[] {
  const { index, document } = open(tree, path, text, facts);
  const targets = targetsOf(index, index.componentOf(path));
  return [...rule.check({ snapshot: index, document, targets, base: base && storeOf(base).snapshot })];
}

/** The texts of a tree after a fix; `rule` finds less than before in them. */
function applied(rule: Rule, tree: Tree, path: string, fix: Fix): Tree {
  const changed: Record<string, string> = {};
  for (const { path: one } of fix.edits) {
    const edits = fix.edits.filter((edit) => edit.path === one);
    changed[one] = applyEdits(tree[one] ?? '', edits);
  }
  const after = { ...tree, ...changed };
  expect(findingsIn(rule, after, path).length).toBeLessThan(findingsIn(rule, tree, path).length);
  return changed;
}

/**
 * What the safe fix of the first finding makes of the file (of another one with `changed`), or its suggestion of this
 * title. Applying it takes the finding away, or this throws.
 */
function fixed(rule: Rule, tree: Tree, path: string, text: string, suggestion?: string, changed = path): string {
  const files = { ...tree, [path]: text };
  const fixes = findingsIn(rule, files, path).flatMap(({ fix, suggest }) =>
    suggestion === undefined ? (fix ? [fix()] : []) : (suggest?.() ?? []).filter(({ title }) => title === suggestion),
  );
  const [fix] = fixes;
  if (!fix) throw new Error(`no ${suggestion ?? 'fix'}`);
  return applied(rule, files, path, fix)[changed] ?? '';
}

/** The same as `covered text: message`. */
export function check(rule: Rule, tree: Tree, path: string, text = tree[path] ?? '', facts?: string): string[] {
  return findingsIn(rule, tree, path, text, facts).map(
    ({ start, end, message }) => `${text.slice(start, end)}: ${message}`,
  );
}

/** A plugin alone whose db/services.php holds these functions. */
export const inPlugin = (rule: Rule, functions: string, more: Tree = {}): string[] =>
  check(rule, { ...plugin, ...more }, services, `<?php\n$functions = [\n${functions}\n];\n`);

/** The same for core's own in a small Moodle. */
export const inMoodle = (rule: Rule, functions: string, more: Tree = {}): string[] =>
  check(rule, { ...moodle, ...more }, coreServices, `<?php\n$functions = [\n${functions}\n];\n`);

/** A plugin alone whose db/services.php offers these functions in a service, beside the two that it has. */
export const inService = (rule: Rule, tree: Tree, path: string, service: string): string[] => {
  const declared = (tree[path] ?? '').split('$services')[0] ?? '';
  return check(rule, tree, path, `${declared}$services = [\n    'Shop' => [${service}],\n];\n`);
};

/** JavaScript of the plugin, alone. */
export const inScript = (rule: Rule, text: string, tree: Tree = plugin, name = 'src/shop.js'): string[] =>
  check(rule, tree, `${tree === plugin ? '/work/local_shop' : '/moodle/local/shop'}/amd/${name}`, text);

const inServices = (functions: string) => `<?php\n$functions = [\n${functions}\n];\n`;

/** The same functions after the safe fix, or the suggestion, of the first finding. */
export function fixedInPlugin(rule: Rule, functions: string, suggestion?: string, more: Tree = {}): string {
  const text = fixed(rule, { ...plugin, ...more }, services, inServices(functions), suggestion);
  return text.slice(inServices('').length - 4, -4);
}
