// `npm run catalogue -- FACTS.json`: catalogue/moodle.jsonl from facts about Moodle's external functions, version by
// version. Run by hand when a Moodle version is added; the build packs the result into dist/catalogue.br.
//
// FACTS.json: { branches: [{branch, version}], functions: {name: [run]}, schemas: {id: node} }. A run holds for the
// branches `from` to `to`; `parameters` and `returns` are ids. A node is {type} | {single: {key: node}} |
// {multiple: node}, with `required` (absent: VALUE_REQUIRED), `default`, `allownull` (absent: true for a value).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/root.mjs';

const [path] = process.argv.slice(2);
if (path === undefined) {
  console.error('Say which file holds the facts: npm run catalogue -- FACTS.json');
  process.exit(2);
}
const { branches, functions, schemas } = JSON.parse(readFileSync(path, 'utf8'));

/** A node in the notation that server/src/catalogue/notation.ts reads. */
function compact(node) {
  const { required } = node;
  const isValue = node.type !== undefined;
  const shape = isValue
    ? `${node.type}${node.allownull === false ? '!' : ''}`
    : node.multiple
      ? [compact(node.multiple)]
      : Object.fromEntries(Object.entries(node.single).map(([name, child]) => member(name, child)));
  const more = {
    ...(required === undefined ? {} : required === 'VALUE_DEFAULT' ? { default: node.default ?? null } : { required }),
    ...(required !== 'VALUE_DEFAULT' && node.default !== undefined ? { default: node.default, required } : {}),
    ...(!isValue && node.allownull === true ? { null: true } : {}),
  };
  return Object.keys(more).length === 0 ? shape : { $: shape, ...more };
}

function member(name, node) {
  if (!/^[\w-]+$/.test(name)) throw new Error(`The notation has no place for the key ${name}`);
  const { required, ...rest } = node;
  return required === 'VALUE_OPTIONAL' ? [`${name}?`, compact(rest)] : [name, compact(node)];
}

const idOf = (text) => createHash('sha1').update(text).digest('hex').slice(0, 8);
const compacted = Object.fromEntries(Object.entries(schemas).map(([id, node]) => [id, node && compact(node)]));

/** Structures of at least this many characters that come up in several places are told once. */
const worthSharing = 160;
const seen = new Map();
function count(node) {
  if (node === null || typeof node !== 'object') return;
  const text = JSON.stringify(node);
  const times = (seen.get(text) ?? 0) + 1;
  seen.set(text, times);
  if (times === 1) Object.values(node).forEach(count);
}
for (const text of new Set(Object.values(compacted).map((node) => JSON.stringify(node)))) count(JSON.parse(text));

const lines = new Map();
/** The node with shared structures, and those within them, replaced by `#id`. */
function share(node, isWhole = false) {
  if (node === null || typeof node !== 'object') return isWhole ? define(node, node) : node;
  const text = JSON.stringify(node);
  const isStructure = Array.isArray(node) || node.$ === undefined;
  const inner = Array.isArray(node)
    ? node.map((child) => share(child))
    : Object.fromEntries(
        Object.entries(node).map(([key, child]) => [key, node.$ !== undefined && key !== '$' ? child : share(child)]),
      );
  if (!isWhole && !(isStructure && text.length >= worthSharing && seen.get(text) > 1)) return inner;
  return define(node, inner);
}

/** Gives a node a line of its own, with what it holds as `inner` has it. */
function define(node, inner) {
  const id = idOf(JSON.stringify(node));
  lines.set(id, JSON.stringify([id, inner]));
  return `#${id}`;
}
const ids = Object.fromEntries(Object.entries(compacted).map(([id, node]) => [id, node && share(node, true).slice(1)]));

/** What need not be said. */
const absent = { ajax: false, loginrequired: true };
const order = branches.map(({ branch }) => branch);
/** Steps of a function's history: the first tells everything, later ones what changed; `gone` ends it. */
function history(name, runs) {
  const steps = [];
  let before = {};
  for (const { from, to, parameters, returns, ...rest } of runs) {
    const facts = { ...rest, parameters: ids[parameters] ?? null, returns: ids[returns] ?? null };
    const changed = Object.keys({ ...before, ...facts })
      .map((key) => [key, facts[key] ?? absent[key] ?? null, before[key] ?? absent[key] ?? null])
      .filter(([, now, then]) => now !== then);
    if (changed.length > 0) steps.push({ from, ...Object.fromEntries(changed) });
    before = facts;
    const next = order[order.indexOf(to) + 1];
    if (runs.some((run) => run.from === next)) continue;
    if (next !== undefined) steps.push({ gone: next });
    before = {};
  }
  return JSON.stringify([name, ...steps]);
}

const sorted = (iterable) => [...iterable].sort();
const text = [
  JSON.stringify(branches.map(({ branch, version }) => [branch, version])),
  ...sorted(Object.keys(functions)).map((name) => history(name, functions[name])),
  '',
  ...sorted(lines.values()),
].join('\n');
writeFileSync(inRoot('catalogue', 'moodle.jsonl'), `${text}\n`);
console.log(`${Object.keys(functions).length} functions, ${lines.size} schemas, ${Math.round(text.length / 1000)} KB`);
