import { describe, expect, it } from 'vitest';
import { pluginCodebase, treeCodebase } from '../workspace/codebase.ts';
import { below, MemoryFiles, pluginFiles, treeFiles } from '../workspace/memoryFiles.testkit.ts';
import { IndexStore } from './store.ts';
import { Territory } from './territory.ts';

const shop = { name: 'local_shop', directory: '/src/shop' };

describe('of a tree', () => {
  const files = new MemoryFiles({
    ...below('/m/public', treeFiles()),
    ...below('/src/shop', pluginFiles('local_shop')),
  });
  files.links.set('/m/public/local/shop', '/src/shop');
  const territory = new Territory(treeCodebase(files, '/m/public', 'moodle'));

  it.each([
    ['/m/public/lib/x.php', '/m/public/lib/x.php'],
    ['/m/vendor/x.php', '/m/vendor/x.php'],
    ['/m/public/lib/../mod//x.php', '/m/public/mod/x.php'],
    ['/m/public/local/shop/x.php', '/src/shop/x.php'],
    ['/m/public/local/shop/../other/x.php', '/m/public/local/other/x.php'],
    ['/src/shop/x.php', '/src/shop/x.php'],
    ['/src/shopping/x.php', undefined],
    ['/m/../etc/passwd', undefined],
    ['/etc/passwd', undefined],
    ['//server/share/x.php', undefined],
    ['\\\\server\\share\\x.php', undefined],
    ['lib/x.php', undefined],
    ['php://input', undefined],
  ])('%s is %s', (written, place) => {
    expect(territory.place(written)).toBe(place);
  });
});

it('nothing outside is looked for, whatever the source says', () => {
  const asked: string[] = [];
  const names = ['/etc/x.php', '//server/share/x.php', '/src/shop/../../etc/x.php'];
  const includes = names.map((name) => `require_once('${name}');\n`).join('');
  const functions = names.map(
    (name, n) => `'local_shop_f${n}' => ['classname' => 'nothing', 'classpath' => '${name}'],`,
  );
  const inner = new MemoryFiles(
    below('/src/shop', {
      ...pluginFiles('local_shop'),
      'db/services.php': `<?php\n${includes}$functions = [${functions.join('')}];\nif (file_exists('/etc/x.php')) { $functions = []; }\n`,
    }),
  );
  const spy =
    <T>(run: (path: string) => T) =>
    (path: string): T => {
      asked.push(path);
      return run(path);
    };
  const files = {
    read: spy((path) => inner.read(path)),
    isFile: spy((path) => inner.isFile(path)),
    stamp: spy((path) => inner.stamp(path)),
    list: spy((path) => inner.list(path)),
    realPath: (path: string) => path,
  };
  expect(new IndexStore(pluginCodebase([shop]), files).snapshot.describeAll()).toHaveLength(3);
  expect(asked.filter((path) => !path.startsWith('/src/shop/'))).toEqual([]);
});
