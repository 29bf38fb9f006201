import { describe, expect, it } from 'vitest';
import { indexesOver, names, overview } from './indexes.testkit.ts';
import { below, MemoryFiles, pluginFiles, treeFiles } from './memoryFiles.testkit.ts';

const shop = pluginFiles('local_shop');
const setUp = (files: Record<string, string>, links: Record<string, string> = {}) => {
  const memory = new MemoryFiles(files);
  for (const [link, target] of Object.entries(links)) memory.links.set(link, target);
  return { files: memory, ...indexesOver(memory) };
};

describe('what a folder has', () => {
  it.each([
    ['a tree', '/m', '', '/m'],
    ['a tree from 5.1 on, by its top folder', '/m', 'public/', '/m/public'],
    ['a tree from 5.1 on, by public/', '/m/public', 'public/', '/m/public'],
    ['a folder inside a tree', '/m/local/shop', '', '/m'],
  ])('%s', (_, folder, prefix, root) => {
    const { indexes, look } = setUp({
      ...below(`/m/${prefix}`.slice(0, -1), treeFiles()),
      ...below(`/m/${prefix}local/shop`, shop),
    });
    look(folder);
    expect(overview(indexes)).toEqual({ [root]: ['core_get', 'local_shop_get'] });
    expect(indexes.indexFor(`${root}/local/shop/db/services.php`)?.root).toBe(root);
    expect(indexes.indexFor('/m/README.md')?.root).toBe(root);
    expect(indexes.all[0]?.label).toBe('Moodle 4.4');
  });

  it('a folder with trees in it', () => {
    const { indexes, look } = setUp({ ...below('/w/a', treeFiles()), ...below('/w/b/public', treeFiles('5.1')) });
    look('/w');
    expect(indexes.all.map(({ root }) => root)).toEqual(['/w/a', '/w/b/public']);
  });

  it('Totara', () => {
    const totara = { ...treeFiles(), 'version.php': "<?php\n$TOTARA->release = '17.3';\n" };
    for (const folder of ['/t', '/t/server']) {
      const { indexes, look } = setUp(below('/t/server', totara));
      look(folder);
      expect(indexes.all.map(({ root, label }) => [root, label])).toEqual([['/t/server', 'Totara 17.3']]);
    }
  });

  it('a plugin alone, by any folder of it', () => {
    for (const folder of ['/w/shop', '/w/shop/classes/external', '/w']) {
      const { indexes, look } = setUp(below('/w/shop', shop));
      look(folder);
      expect(overview(indexes)).toEqual({ '/w/shop': ['local_shop_get'] });
      expect(indexes.all[0]?.label).toBe('local_shop');
    }
  });

  it('several plugins beside each other share an index; another folder has its own', () => {
    const { indexes, look } = setUp({
      ...below('/w/shop', shop),
      ...below('/w/quiz', pluginFiles('mod_quiz')),
      ...below('/v/tool', pluginFiles('tool_x')),
    });
    look('/w', '/v/tool');
    expect(overview(indexes)).toEqual({ '/w/quiz': ['local_shop_get', 'mod_quiz_get'], '/v/tool': ['tool_x_get'] });
    expect(indexes.indexFor('/w/shop/lib.php')?.root).toBe('/w/quiz');
    expect(indexes.indexFor('/w/client/app.js')?.root).toBe('/w/quiz');
    expect(indexes.indexFor('/v/tool/lib.php')?.root).toBe('/v/tool');
    expect(indexes.indexFor('/elsewhere/app.js')).toBeUndefined();
  });

  it('two trees, each with its own index', () => {
    const { indexes, look } = setUp({ ...below('/a', treeFiles('4.1')), ...below('/b', treeFiles('5.0')) });
    look('/a', '/b');
    expect(indexes.all.map(({ label }) => label)).toEqual(['Moodle 4.1', 'Moodle 5.0']);
    expect(indexes.indexFor('/b/lib/x.php')?.root).toBe('/b');
  });

  it('nothing: one listing and a look at what is in it', () => {
    const { indexes, look, files, told } = setUp({ '/w/a/b/c.php': '', '/w/node_modules/x/version.php': '' });
    look('/w');
    expect(indexes.all).toEqual([]);
    expect(files.counts).toMatchObject({ list: 1, read: 0 });
    expect(told.yields).toBe(0);
  });
});

describe('a plugin and a tree', () => {
  const both = { ...below('/m', treeFiles()), ...below('/w/shop', shop) };
  const copied = { ...both, ...below('/m/local/shop', { ...shop, 'db/services.php': '<?php $functions = [];' }) };

  it('join when the workspace has one tree', () => {
    const { indexes, look } = setUp(both);
    look('/m', '/w/shop');
    expect(overview(indexes)).toEqual({ '/m': ['core_get', 'local_shop_get'] });
    expect(indexes.indexFor('/w/shop/db/services.php')?.root).toBe('/m');
  });

  it('a checkout stands in for the copy in the tree', () => {
    const { indexes, look } = setUp(copied);
    look('/m', '/w/shop');
    expect(overview(indexes)).toEqual({ '/m': ['core_get', 'local_shop_get'] });
    expect(indexes.all[0]?.snapshot.functions.get('local_shop_get')?.entry.path).toBe('/w/shop/db/services.php');
  });

  it('of two trees those that have a copy', () => {
    const { indexes, look } = setUp({ ...copied, ...below('/n', treeFiles()) });
    look('/n', '/m', '/w/shop');
    expect(overview(indexes)).toEqual({ '/n': ['core_get'], '/m': ['core_get', 'local_shop_get'] });
    expect(indexes.indexFor('/w/shop/lib.php')?.root).toBe('/m');
  });

  it('a link into the tree is one component', () => {
    const { indexes, look } = setUp(both, { '/m/local/shop': '/w/shop' });
    look('/m', '/w/shop');
    const [index] = indexes.all;
    expect(overview(indexes)).toEqual({ '/m': ['core_get', 'local_shop_get'] });
    expect(index?.codebase.components.get('local_shop')?.directory).toBe('/w/shop');
    indexes.open(
      '/w/shop/db/services.php',
      '/m/local/shop/db/services.php',
      '<?php $functions = ["local_shop_put" => []];',
    );
    expect(names(index)).toEqual(['core_get', 'local_shop_put']);
  });

  it('a file that the tree names below the link is the file of the plugin', () => {
    const functions = `<?php $functions = ['local_shop_old' => ['classname' => 'old', 'classpath' => 'local/shop/old.php']];`;
    const { indexes, look } = setUp(
      { ...both, '/w/shop/db/services.php': functions, '/w/shop/old.php': '<?php class old { }' },
      { '/m/local/shop': '/w/shop' },
    );
    look('/m');
    const { snapshot } = indexes.all[0]!;
    expect(snapshot.implementationOf(snapshot.functions.get('local_shop_old')!).cls?.path).toBe('/w/shop/old.php');
  });

  it('a loop of links is no plugin', () => {
    const { indexes, look } = setUp(both, { '/m/local/loop': '/m/local/pool', '/m/local/pool': '/m/local/loop' });
    look('/m');
    expect(names(indexes.all[0])).toEqual(['core_get']);
  });

  it('the setting names the tree, by its top or its root', () => {
    for (const path of ['/m', '/m/public']) {
      const { indexes, look, told } = setUp({ ...below('/m/public', treeFiles()), ...below('/w/shop', shop) });
      look(['/w/shop', path]);
      expect(overview(indexes)).toEqual({ '/m/public': ['core_get', 'local_shop_get'] });
      expect(indexes.all[0]?.plan.inWorkspace).toBe(false);
      expect(told.missing).toEqual([]);
    }
  });

  it('a setting that leads nowhere is told once', () => {
    const { indexes, look, told } = setUp(both);
    look(['/w/shop', '/nowhere']);
    look(['/w/shop', '/nowhere']);
    expect(told.missing).toEqual(['/nowhere']);
    expect(overview(indexes)).toEqual({ '/w/shop': ['local_shop_get'] });
  });
});

describe('open documents', () => {
  const path = '/w/shop/db/services.php';
  const edited = "<?php $functions = ['local_shop_edited' => []];";

  it('shadow the disk until they are closed', () => {
    const { indexes, look } = setUp(below('/w/shop', shop));
    look('/w/shop');
    indexes.open(path, path, edited);
    expect(names(indexes.indexFor(path))).toEqual(['local_shop_edited']);
    indexes.filesChanged(new Map([[path, false]]));
    expect(names(indexes.indexFor(path))).toEqual(['local_shop_edited']);
    indexes.change(path, '<?php');
    expect(names(indexes.indexFor(path))).toEqual([]);
    indexes.close(path);
    expect(names(indexes.indexFor(path))).toEqual(['local_shop_get']);
  });

  it('are there when an index is made anew', () => {
    const { indexes, look } = setUp(below('/w/shop', shop));
    indexes.open(path, path, edited);
    look('/w/shop');
    expect(names(indexes.indexFor(path))).toEqual(['local_shop_edited']);
  });

  it('bring the tree or plugin around them, as long as they are open', () => {
    const { indexes, look } = setUp({ ...below('/m', treeFiles()), ...below('/w/shop', shop), '/x/app.js': '' });
    look('/x');
    indexes.open('/m/lib/moodlelib.php', '/m/lib/moodlelib.php', '<?php');
    indexes.open(path, path, shop['db/services.php']);
    expect(overview(indexes)).toEqual({ '/m': ['core_get'], '/w/shop': ['local_shop_get'] });
    expect(indexes.all.map(({ plan }) => plan.inWorkspace)).toEqual([false, false]);
    indexes.close(path);
    expect(overview(indexes)).toEqual({ '/m': ['core_get'] });
    indexes.close('/m/lib/moodlelib.php');
    expect(indexes.all).toEqual([]);
  });

  it('far below a folder bring what is around them, and it stays', () => {
    const deep = '/w/a/b/shop/db/services.php';
    const { indexes, look } = setUp(below('/w/a/b/shop', shop));
    look('/w');
    expect(indexes.all).toEqual([]);
    indexes.open(deep, deep, shop['db/services.php']);
    expect(overview(indexes)).toEqual({ '/w/a/b/shop': ['local_shop_get'] });
  });

  it('through a link bring the tree of the link', () => {
    const { indexes, look } = setUp(
      { ...below('/m', treeFiles()), ...below('/w/shop', shop) },
      { '/m/local/shop': '/w/shop' },
    );
    look();
    indexes.open(path, '/m/local/shop/db/services.php', shop['db/services.php']);
    expect(overview(indexes)).toEqual({ '/m': ['core_get', 'local_shop_get'] });
    expect(indexes.indexFor(path)?.root).toBe('/m');
  });

  it('that are no files belong to the only index there is', () => {
    const { indexes, look, files } = setUp(below('/w/shop', shop));
    look('/w/shop');
    const { isFile } = files.counts;
    indexes.open('untitled:Untitled-1', 'untitled:Untitled-1', undefined);
    expect(files.counts.isFile).toBe(isFile);
    expect(indexes.indexFor('untitled:Untitled-1')?.root).toBe('/w/shop');
  });

  it('without any Moodle around cost a walk to the root', () => {
    const { indexes, look, files } = setUp({ '/w/a/b/app.js': '' });
    look('/w');
    const { list } = files.counts;
    indexes.open('/w/a/b/app.js', '/w/a/b/app.js', undefined);
    expect(files.counts.list).toBe(list);
    expect(files.counts.isFile).toBeLessThan(100);
  });
});

describe('files on disk', () => {
  it('changed, new and gone', () => {
    const { indexes, look, files } = setUp(below('/w/shop', shop));
    look('/w/shop');
    const path = '/w/shop/classes/external/get.php';
    const implementation = () => {
      const { snapshot } = indexes.all[0]!;
      return snapshot.implementationOf(snapshot.functions.get('local_shop_get')!);
    };
    expect(implementation().method).toBeDefined();
    const old = files.read(path) ?? '';
    files.write(path, old.replace('execute()', 'run()'));
    indexes.filesChanged(new Map([[path, false]]));
    expect(implementation().method).toBeUndefined();
    files.remove('/w/shop/classes');
    indexes.filesChanged(new Map([['/w/shop/classes', true]]));
    expect(implementation().cls).toBeUndefined();
    files.write(path, old);
    indexes.filesChanged(new Map([[path, false]]));
    expect(implementation().method).toBeDefined();
  });

  it('a thousand of them at once are one revision, told once', () => {
    const { indexes, look, files, told } = setUp(below('/w/shop', shop));
    look('/w/shop');
    expect(names(indexes.all[0])).toEqual(['local_shop_get']);
    const { revision } = indexes.all[0]!.snapshot;
    const before = { changed: told.changed, read: files.counts.read };
    const paths = Array.from({ length: 1000 }, (_, n) => `/w/shop/classes/c${n}.php`);
    for (const path of paths) files.write(path, '<?php');
    indexes.filesChanged(new Map(paths.map((path) => [path, false])));
    expect(indexes.all[0]?.snapshot.revision).toBe(revision + 1);
    expect(told.changed).toBe(before.changed + 1);
    expect(files.counts.read).toBe(before.read);
  });

  it('folders that made a tree one', () => {
    const { indexes, look, files } = setUp(below('/m', treeFiles()));
    look('/m');
    files.remove('/m/lib/db');
    indexes.filesChanged(new Map([['/m/lib/db', true]]));
    expect(indexes.all).toEqual([]);
    files.write('/m/lib/db/services.php', '<?php');
    indexes.filesChanged(new Map([['/m/lib/db/services.php', false]]));
    expect(overview(indexes)).toEqual({ '/m': [] });
  });

  it('a new plugin, and one that goes', () => {
    const { indexes, look, files } = setUp(below('/m', treeFiles()));
    look('/m');
    for (const [path, text] of Object.entries(below('/m/local/shop', shop))) files.write(path, text);
    indexes.filesChanged(new Map([['/m/local/shop/version.php', false]]));
    expect(names(indexes.all[0])).toEqual(['core_get', 'local_shop_get']);
    files.remove('/m/local/shop');
    indexes.filesChanged(new Map([['/m/local/shop', true]]));
    expect(names(indexes.all[0])).toEqual(['core_get']);
  });

  it('a version.php that says nothing new keeps the index', () => {
    const { indexes, look, files } = setUp(below('/w/shop', shop));
    look('/w/shop');
    const [index] = indexes.all;
    files.write('/w/shop/version.php', `${shop['version.php'] ?? ''}$plugin->version = 2;\n`);
    indexes.filesChanged(new Map([['/w/shop/version.php', false]]));
    expect(indexes.all[0]).toBe(index);
  });

  it('that nobody watches are compared when asked to', async () => {
    const { indexes, look, files } = setUp(below('/w/shop', shop));
    look('/w/shop');
    expect(names(indexes.all[0])).toEqual(['local_shop_get']);
    files.write('/w/shop/db/services.php', "<?php $functions = ['local_shop_new' => []];");
    await indexes.revalidate(() => true);
    expect(names(indexes.all[0])).toEqual(['local_shop_new']);
    const { revision } = indexes.all[0]!.snapshot;
    await indexes.revalidate(() => true);
    expect(indexes.all[0]?.snapshot.revision).toBe(revision);
  });
});

describe('the scan', () => {
  const many = (count: number) => {
    const functions = Array.from(
      { length: count },
      (_, n) => `'local_shop_f${n}' => ['classname' => 'local_shop\\external\\get'],`,
    );
    return { ...shop, 'db/services.php': `<?php\n$functions = [\n${functions.join('\n')}\n];\n` };
  };

  it('evaluates everything, with pauses', async () => {
    const { indexes, look, told } = setUp(below('/w/shop', many(40)));
    look('/w/shop');
    expect(indexes.all[0]?.phase).toBe('declarations');
    await indexes.whenScanned();
    expect(indexes.all[0]?.phase).toBe('ready');
    expect(indexes.all[0]?.store.memory.evaluated).toBe(40);
    expect(told.yields).toBeGreaterThan(4);
  });

  it('goes on with the new text after an edit, and evaluates the rest once', async () => {
    const { indexes, look, between } = setUp(below('/w/shop', many(40)));
    const path = '/w/shop/db/services.php';
    between.push(
      () => undefined,
      () => {
        indexes.open(path, path, many(41)['db/services.php']);
      },
    );
    look('/w/shop');
    await indexes.whenScanned();
    expect(names(indexes.all[0])).toHaveLength(41);
    expect(indexes.all[0]?.store.memory.evaluated).toBeLessThanOrEqual(40 + 8);
  });

  it('can be cancelled; answers are right all the same', async () => {
    const { indexes, look, between } = setUp(below('/w/shop', many(40)));
    between.push(() => {
      indexes.cancelScan();
    });
    look('/w/shop');
    await indexes.whenScanned();
    expect(indexes.all[0]?.phase).toBe('ready');
    expect(indexes.all[0]?.store.memory.evaluated).toBeLessThan(40);
    const { snapshot } = indexes.all[0]!;
    expect(snapshot.describe(snapshot.functions.get('local_shop_f39')!).complete).toBe(true);
  });

  it('starts anew when folders change, and keeps what is done', async () => {
    const { indexes, look } = setUp({ ...below('/w/shop', many(10)), ...below('/m', treeFiles()) });
    look('/w/shop');
    await indexes.whenScanned();
    const [index] = indexes.all;
    look('/w/shop', '/v');
    expect(indexes.all[0]).toBe(index);
    expect(index?.store.memory.evaluated).toBe(10);
  });

  it('is spared when the run before has left everything', async () => {
    const files = new MemoryFiles(below('/w/shop', many(10)));
    const texts = new Map<string, string>();
    const cache = {
      program: '1',
      read: (root: string) => texts.get(root),
      write: (root: string, text: string) => texts.set(root, text),
    };
    const run = async () => {
      const { indexes, look, told } = indexesOver(files, cache);
      look('/w/shop');
      await indexes.whenScanned();
      await new Promise((done) => setImmediate(done));
      return { phase: indexes.all[0]?.phase, evaluated: indexes.all[0]?.store.memory.evaluated, steps: told.steps };
    };
    expect(await run()).toMatchObject({ phase: 'ready', evaluated: 10 });
    expect(await run()).toEqual({ phase: 'ready', evaluated: 0, steps: 0 });
    files.write('/w/shop/db/services.php', '<?php $functions = [];');
    expect(await run()).toMatchObject({ phase: 'ready', evaluated: 0 });
  });
});
