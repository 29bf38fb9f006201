import { expect } from 'vitest';
import { applyEdits } from '../edits/textEdit.ts';
import { moodle, open, plugin, storeOf } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import { concerns } from './check.ts';
import type { Finding, Fix, Rule } from './rule.ts';
import { targetsOf } from './targets.ts';

export const services = '/code/local_shop/db/services.php';
/** The class of local_shop_pay. */
export const payPath = '/code/local_shop/classes/external/pay.php';
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
  const context = { snapshot: index, document, targets, base: base && storeOf(base).snapshot };
  return concerns(rule, context) ? [...rule.check(context)] : [];
}

/** The texts of a tree after a fix; `rule` finds less than before in them. */
function applied(rule: Rule, tree: Tree, path: string, fix: Fix, base?: Tree): Tree {
  const changed: Record<string, string> = {};
  for (const { path: one } of fix.edits) {
    const edits = fix.edits.filter((edit) => edit.path === one);
    changed[one] = applyEdits(tree[one] ?? '', edits);
  }
  const after = { ...tree, ...changed };
  const found = (files: Tree) => findingsIn(rule, files, path, files[path], undefined, base).length;
  expect(found(after)).toBeLessThan(found(tree));
  return changed;
}

/**
 * What the safe fix of the first finding makes of the file (of another one with `changed`), or its suggestion of this
 * title. Applying it takes the finding away, or this throws.
 */
export function fixed(
  rule: Rule,
  tree: Tree,
  path: string,
  text: string,
  suggestion?: string,
  changed = path,
  base?: Tree,
): string {
  const files = { ...tree, [path]: text };
  const fixes = findingsIn(rule, files, path, text, undefined, base).flatMap(({ fix, suggest }) =>
    suggestion === undefined ? (fix ? [fix()] : []) : (suggest?.() ?? []).filter(({ title }) => title === suggestion),
  );
  const [fix] = fixes;
  if (!fix) throw new Error(`no ${suggestion ?? 'fix'}`);
  return applied(rule, files, path, fix, base)[changed] ?? '';
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
  check(rule, tree, `${tree === plugin ? '/code/local_shop' : '/moodle/local/shop'}/amd/${name}`, text);

const inServices = (functions: string) => `<?php\n$functions = [\n${functions}\n];\n`;

/** The same functions after the safe fix, or the suggestion, of the first finding. */
export function fixedInPlugin(rule: Rule, functions: string, suggestion?: string, more: Tree = {}): string {
  const text = fixed(rule, { ...plugin, ...more }, services, inServices(functions), suggestion);
  return text.slice(inServices('').length - 4, -4);
}

const inEntry = (fields: string) => `    'local_shop_x' => [${fields}],`;

/** What a rule finds in one entry of `$functions`: `covered text: message`. */
export const entryFindings = (rule: Rule, fields: string): string[] => inPlugin(rule, inEntry(fields));

/** The fields of the entry after the safe fix, or the suggestion of this title, of the first finding. */
export const entryFixed = (rule: Rule, fields: string, suggestion?: string): string =>
  fixedInPlugin(rule, inEntry(fields), suggestion).slice(inEntry('').length - 2, -2);

/** The same for one entry of `$services` of the plugin, whose functions it can name. */
export const serviceFindings = (rule: Rule, fields: string): string[] => inService(rule, plugin, services, fields);

export function serviceFixed(rule: Rule, fields: string, suggestion?: string): string {
  const declared = (plugin[services] ?? '').split('$services')[0] ?? '';
  const [head, tail] = [`${declared}$services = [\n    'Shop' => [`, '],\n];\n'];
  return fixed(rule, plugin, services, head + fields + tail, suggestion).slice(head.length, -tail.length);
}

const descriptionClasses =
  'api files format_value function_parameters multiple_structure single_structure value warnings';
const schemaHead = `<?php
namespace local_shop\\external;

${descriptionClasses
  .split(' ')
  .map((name) => `use core_external\\external_${name};\n`)
  .join('')}
class pay extends external_api {
    public static function pay_order_parameters() {
        return new external_function_parameters([`;
const [beforeMethod, behindMethod] = [
  ']);\n    }\n\n    ',
  '\n\n    public static function pay_order_returns() {\n        return ',
];
const schemaMiddle = (signature: string) =>
  `${beforeMethod}public static function pay_order(${signature}) {\n    }${behindMethod}`;
const schemaTail = ';\n    }\n}\n';

/** What a rule finds where the plugin's class has these keys of parameters, and a method with this signature. */
export const schemaFindings = (rule: Rule, keys: string, signature = ''): string[] =>
  check(rule, plugin, payPath, `${schemaHead}${keys}${schemaMiddle(signature)}null${schemaTail}`);

/** The keys after the safe fix, or the suggestion of this title. */
export function schemaFixed(rule: Rule, keys: string, suggestion?: string): string {
  const tail = `${schemaMiddle('')}null${schemaTail}`;
  return fixed(rule, plugin, payPath, schemaHead + keys + tail, suggestion).slice(schemaHead.length, -tail.length);
}

/** The same for what the class says it returns. */
export const returnsFindings = (rule: Rule, returns: string): string[] =>
  check(rule, plugin, payPath, schemaHead + schemaMiddle('') + returns + schemaTail);

export function returnsFixed(rule: Rule, returns: string, suggestion?: string): string {
  const head = schemaHead + schemaMiddle('');
  return fixed(rule, plugin, payPath, head + returns + schemaTail, suggestion).slice(head.length, -schemaTail.length);
}

/** The class with the function's method as well, which is called pay_order. */
interface Described {
  /** Keys of its parameters. */
  readonly keys?: string;
  readonly method?: string;
  readonly returns?: string;
}

const describedText = ({ keys = '', method = '', returns = 'null' }: Described) =>
  schemaHead + keys + beforeMethod + method + behindMethod + returns + schemaTail;

/** What a rule finds in the class: `covered text: message`. */
export const describedFindings = (rule: Rule, described: Described): string[] =>
  check(rule, plugin, payPath, describedText(described));

/** The same class after the safe fix, or the suggestion of this title. */
export function describedFixed(rule: Rule, described: Described, suggestion?: string): Described {
  const text = fixed(rule, plugin, payPath, describedText(described), suggestion);
  const [keys = '', rest = ''] = text.slice(schemaHead.length, -schemaTail.length).split(beforeMethod);
  const [method = '', returns = ''] = rest.split(behindMethod);
  return { keys, method, returns };
}

/** `int $a = 1` as the method's signature. */
export const withSignature = (signature: string, body = ''): string =>
  `public static function pay_order(${signature}) {${body}\n    }`;

/** What a rule finds where these keys are described, and the method has this signature. */
export const signatureFindings = (rule: Rule, keys: string, signature: string, body = ''): string[] =>
  describedFindings(rule, { keys, method: withSignature(signature, body) });

/** The signature after the safe fix, or the suggestion of this title. */
export function signatureFixed(rule: Rule, keys: string, signature: string, suggestion?: string): string {
  const { method = '' } = describedFixed(rule, { keys, method: withSignature(signature) }, suggestion);
  return method.slice(withSignature('').indexOf('(') + 1, -withSignature('').length + withSignature('').indexOf(')'));
}

const withCode = (body: string) => `public static function pay_order($a = 1) {\n        ${body}\n    }`;

/** Descriptions of results: a value, a structure of three, a list of those. */
export const value = (type: string, more = '') => `new external_value(${type}, 'A value'${more})`;
export const order = `new external_single_structure([
            'id' => new external_value(PARAM_INT, 'The order'),
            'note' => new external_value(PARAM_TEXT, 'A note'),
            'paid' => new external_value(PARAM_BOOL, 'Paid', VALUE_OPTIONAL),
        ])`;
export const list = `new external_multiple_structure(${order})`;

/** What a rule finds where this result is described, and the method has this code. */
export const resultFindings = (rule: Rule, returns: string, body: string): string[] =>
  describedFindings(rule, { method: withCode(body), returns });

/** The description and the code after the suggestion of this title. */
export function resultFixed(
  rule: Rule,
  returns: string,
  body: string,
  suggestion: string,
): { returns: string | undefined; body: string } {
  const after = describedFixed(rule, { method: withCode(body), returns }, suggestion);
  const [head = '', tail = ''] = withCode('█').split('█');
  return { returns: after.returns, body: (after.method ?? '').slice(head.length, -tail.length) };
}

const script = '/code/local_shop/amd/src/shop.js';

/** What a rule finds in JavaScript of the plugin: local_shop_get_orders takes userid, and limit with a default. */
export const scriptFindings = (rule: Rule, text: string): string[] => inScript(rule, text);
export const scriptFixed = (rule: Rule, text: string, suggestion?: string): string =>
  fixed(rule, plugin, script, text, suggestion);

const bodyTail = `
    }

    public static function pay_order_returns() {
        return null;
    }
`;
/** The plugin's class with these keys of parameters, and a method with this signature and body; its lines begin at 0. */
function withBody(keys: string, signature: string, body: string, members = ''): { text: string; start: number } {
  const head = `${schemaHead}${keys}]);\n    }\n\n    public static function pay_order(${signature}) {\n`;
  const lines = body.split('\n').map((line) => (line === '' ? '' : `        ${line}`));
  return { text: `${head}${lines.join('\n')}${bodyTail}${members}}\n`, start: head.length };
}

/** What a rule finds in the body of a method: `covered text: message`. `members` is what else the class has. */
export function bodyFindings(
  rule: Rule,
  keys: string,
  signature: string,
  body: string,
  members = '',
  more: Tree = {},
): string[] {
  return check(rule, { ...plugin, ...more }, payPath, withBody(keys, signature, body, members).text);
}

/** The body after the safe fix, or the suggestion of this title. */
export function bodyFixed(
  rule: Rule,
  keys: string,
  signature: string,
  body: string,
  suggestion?: string,
  more: Tree = {},
  members = '',
): string {
  const { text, start } = withBody(keys, signature, body, members);
  const after = fixed(rule, { ...plugin, ...more }, payPath, text, suggestion);
  const lines = after.slice(start, after.indexOf(bodyTail, start - 1)).split('\n');
  return lines.map((line) => line.replace(/^ {8}/, '')).join('\n');
}

/** Keys for {@link bodyFindings}: a required `a` and a `b` with a default. */
export const twoKeys =
  "'a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_INT, '', VALUE_DEFAULT, 1)";
