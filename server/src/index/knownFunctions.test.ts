import { expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { facts } from '../catalogue/catalogue.testkit.ts';
import { isWhole } from '../rules/classes.ts';
import { KnownFunctions } from './knownFunctions.ts';
import { described, externalClass, openPlugin, openTree, parametersOf } from './tree.testkit.ts';

const get = 'classes/external/get.php';

/** A plugin alone, and how often its index has asked for the facts. */
function alone(files: Record<string, string>) {
  let asked = 0;
  const catalogue = new Catalogue(facts);
  const known = new KnownFunctions(() => {
    asked += 1;
    return catalogue;
  });
  const opened = openPlugin(files, known);
  return { ...opened, asked: () => asked };
}

it('facts are read when something is asked of them, not by what the plugin itself declares', () => {
  const { store, asked } = alone({ [get]: externalClass("['a' => new external_value(PARAM_INT)]") });
  expect(store.snapshot.describeAll()).toHaveLength(1);
  expect(store.snapshot.sortedFunctions).toHaveLength(1);
  expect(asked()).toBe(0);
  expect([...store.snapshot.functions.keys()].sort()).toEqual([
    ...['core_files_old', 'core_user_find', 'local_shop_get', 'mod_quiz_start'],
  ]);
  expect(asked()).toBe(1);
});

it("schemas of a plugin that take those of Moodle's own functions are complete", () => {
  const old =
    "['found' => \\core_user_external::find_returns(), 'one' => \\core_user\\external\\find::execute_returns()]";
  const opened = alone({ [get]: externalClass(old) });
  expect(parametersOf(opened)).toEqual({ found: [{ id: 'int' }], one: [{ id: 'int' }] });
  expect(described(opened).complete).toBe(true);
});

it("a class may inherit from one of Moodle's, of which not all is known", () => {
  const opened = alone({
    'db/services.php':
      "<?php\n$functions = ['local_shop_find' => ['classname' => 'local_shop\\\\finder', 'methodname' => 'find']];\n",
    'classes/finder.php': `<?php
namespace local_shop;
class finder extends \\core_user_external {
    public static function find_parameters() {
        $parameters = parent::find_parameters();
        unset($parameters->keys['limit']);
        return $parameters;
    }
}
`,
  });
  expect(parametersOf(opened, 'local_shop_find')).toEqual({
    text: 'text="a"',
    options: [{ name: 'alpha', value: 'raw' }],
  });
  const { snapshot } = opened.store;
  const cls = snapshot.findClass('local_shop\\finder', '/src/shop/db/services.php');
  expect(cls && isWhole(snapshot, cls)).toBe(false);
});

it('classes of components that are here, and all of a tree, come from source only', () => {
  const own = alone({ [get]: externalClass("['a' => \\local_shop_external::x_returns()]") });
  expect(described(own).complete).toBe(false);
  const tree = openTree({ [get]: externalClass("['a' => \\core_user_external::find_returns()]") });
  expect(described(tree).complete).toBe(false);
});
