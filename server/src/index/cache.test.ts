import { expect, it } from 'vitest';
import { treeCodebase } from '../workspace/codebase.ts';
import { IndexStore } from './store.ts';
import { described, externalClass, functions, openTree, parametersOf, root, shop } from './tree.testkit.ts';
import type { Opened } from './tree.testkit.ts';

const get = `${shop}/classes/external/get.php`;
const leave = `${shop}/classes/external/leave.php`;
const program = '1.0';
const bare = "['id' => new external_value(PARAM_INT, 'Identität')]";
const twoFunctions = functions().replace(
  '\n];',
  "\n    'local_shop_leave' => ['classname' => 'local_shop\\\\external\\\\leave'],\n];",
);

const tree = () =>
  openTree({
    'classes/external/get.php': externalClass(bare),
    'classes/external/leave.php': externalClass('helper::keys()', '', undefined, 'leave'),
    'classes/external/helper.php': `<?php
namespace local_shop\\external;
class helper { public static function keys() { return ['a' => new \\core_external\\external_value(PARAM_TEXT)]; } }`,
    'db/services.php': twoFunctions,
  });

/** Evaluates everything, and answers what a cache then holds. */
function kept({ store }: Opened): string {
  store.snapshot.describeAll();
  return store.toCache(program) ?? '';
}

/** Another run over the same files. */
function nextRun({ files }: Opened, text: string) {
  const store = new IndexStore(treeCodebase(files, root, 'moodle'), files);
  files.counts.read = 0;
  return { opened: { files, store }, recalled: store.recall(text, program), memory: store.memory };
}

it('answers as the run before, without reading a file', () => {
  const first = tree();
  const text = kept(first);
  const { opened, recalled, memory } = nextRun(first, text);
  expect(recalled).toBe('whole');
  expect(opened.store.snapshot.describeAll()).toEqual(first.store.snapshot.describeAll());
  expect([opened.files.counts.read, memory.declared, memory.evaluated]).toEqual([0, 0, 0]);
});

it('renews exactly what a file changed meanwhile is part of', () => {
  const first = tree();
  const text = kept(first);
  first.files.write(get, externalClass("['uid' => new external_value(PARAM_INT)]"));
  const { opened, recalled, memory } = nextRun(first, text);
  expect(recalled).toBe('part');
  expect([parametersOf(opened), parametersOf(opened, 'local_shop_leave')]).toEqual([{ uid: 'int' }, { a: 'text' }]);
  expect([memory.declared, memory.evaluated]).toEqual([0, 1]);
});

it('renews nothing for a change that no schema read', () => {
  const first = tree();
  const text = kept(first);
  first.files.write(get, externalClass(bare).replace('return 1;', 'return 2;'));
  const { opened, memory } = nextRun(first, text);
  expect(parametersOf(opened)).toEqual({ id: 'int' });
  expect(memory.evaluated).toBe(0);
});

it('sees a class that was missing', () => {
  const first = openTree({});
  const text = kept(first);
  first.files.write(get, externalClass(bare));
  expect(parametersOf(nextRun(first, text).opened)).toEqual({ id: 'int' });
});

it('sees a class that is gone', () => {
  const first = tree();
  const text = kept(first);
  first.files.remove(get);
  const { opened } = nextRun(first, text);
  expect(described(opened).complete).toBe(false);
});

it('keeps nothing of a document that is not saved', () => {
  const first = tree();
  first.store.snapshot.describeAll();
  first.store.apply(new Map([[get, externalClass('[]')]]));
  const { opened, recalled, memory } = nextRun(first, kept(first));
  expect([recalled, parametersOf(opened), memory.evaluated]).toEqual(['whole', { id: 'int' }, 1]);
});

it('tells the line of a method that an edit moved', () => {
  const first = tree();
  const text = kept(first);
  const { line } = described(first);
  const { opened } = nextRun(first, text);
  opened.store.apply(new Map([[get, externalClass(bare).replace('<?php\n', '<?php\n\n\n')]]));
  expect(described(opened).line).toBe(line + 2);
});

it('reads a file again when the disk says that it changed after the start', () => {
  const first = tree();
  const { opened } = nextRun(first, kept(first));
  opened.files.write(leave, externalClass('[]', '', undefined, 'leave'));
  opened.store.apply(new Map([[leave, undefined]]));
  expect(parametersOf(opened, 'local_shop_leave')).toEqual({});
});

it('has nothing new to keep after a run that evaluated nothing', () => {
  const first = tree();
  const { opened } = nextRun(first, kept(first));
  opened.store.snapshot.describeAll();
  expect(opened.store.toCache(program)).toBeUndefined();
});

it('is ASCII, so that its length is its size', () => {
  expect(kept(tree())).toMatch(/^[\n\t\x20-\x7e]*$/);
});

it.each([
  ['of another build', (text: string) => text.replace('"1.0"', '"1.1"')],
  ['torn', (text: string) => text.slice(0, -100)],
  ['with a torn header', (text: string) => text.slice(0, 20)],
  ['with one character changed', (text: string) => text.replace('local_shop_get"', 'local_shop_gen"')],
  ['empty', () => ''],
  ['of another format', () => 'null\n{}'],
])('takes a cache that is %s for none', (_, damage) => {
  const first = tree();
  const { opened, recalled, memory } = nextRun(first, damage(kept(first)));
  expect([recalled, parametersOf(opened), memory.evaluated]).toEqual([undefined, { id: 'int' }, 1]);
});

it('takes a cache of another set of components for none', () => {
  const first = tree();
  const text = kept(first);
  first.files.write(`${root}/mod/new/version.php`, "<?php\n$plugin->component = 'mod_new';");
  expect(nextRun(first, text).recalled).toBeUndefined();
});
