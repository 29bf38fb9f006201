import { expect, it } from 'vitest';
import { moodle, plugin, storeOf } from '../features/shared/index.testkit.ts';
import type { Tree } from '../features/shared/index.testkit.ts';
import { targetsOf } from './targets.ts';

const alone = '/code/local_shop/version.php';
const inside = '/moodle/local/shop/version.php';
const targets = (tree: Tree, path: string, more = '') => {
  const text = `<?php\n$plugin->component = 'local_shop';\n${more}`;
  const { snapshot } = storeOf({ ...tree, [path]: text });
  return targetsOf(snapshot, snapshot.codebase.components.get('local_shop'));
};

it.each([
  ['', 0, Infinity],
  ['$plugin->requires = 2022112800;', 401, Infinity],
  ['$plugin->requires = 2022112805.03; // Moodle 4.1', 401, Infinity],
  ['$plugin->requires = 2022120200;', 402, Infinity],
  ['// $plugin->requires = 2022112800;', 0, Infinity],
  ['$plugin->requires = 2023100400;', 403, Infinity],
  ['$plugin->requires = 2014051200;', 30, Infinity],
  ['$plugin->requires = 2022041900; $plugin->supported = [401, 500];', 401, 500],
  ['$plugin->supported = array(311, 401);', 311, 401],
  ['$plugin->requires = $version;', 0, Infinity],
])('a plugin alone with %s', (more, from, to) => {
  expect(targets(plugin, alone, more)).toEqual({ from, to });
});

it.each([
  ['', 404, 404],
  ['$plugin->requires = 2022112800;', 401, 404],
  ['$plugin->supported = [401, 500];', 401, 500],
])('a plugin in a tree with %s', (more, from, to) => {
  expect(targets(moodle, inside, more)).toEqual({ from, to });
});

it.each([
  ['lib/plugins.json', '{"standard": {"local": ["other", "shop"]}}'],
  [
    'lib/classes/plugin_manager.php',
    "<?php $deleted = array('local' => array('old')); $standard_plugins = array('local' => array(\n 'shop'\n));",
  ],
])('a plugin that comes with Moodle supports that Moodle: %s', (path, text) => {
  expect(targets({ ...moodle, [`/moodle/${path}`]: text }, inside, '$plugin->requires = 2022112800;')).toEqual({
    from: 404,
    to: 404,
  });
});

it('core supports itself', () => {
  const { snapshot } = storeOf(moodle);
  expect(targetsOf(snapshot, snapshot.codebase.components.get('core_course'))).toEqual({ from: 404, to: 404 });
});
