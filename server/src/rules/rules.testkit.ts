import { moodle, open, plugin } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import type { Finding, Rule } from './rule.ts';

export const services = '/work/local_shop/db/services.php';
const coreServices = '/moodle/lib/db/services.php';

/** What a rule finds in one file of a tree, after that file was given `text`. */
export function findingsIn(rule: Rule, tree: Tree, path: string, text = tree[path] ?? '', facts?: string): Finding[] {
  const { index, document } = open(tree, path, text, facts);
  return [...rule.check({ snapshot: index, document })];
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
