import { describe, expect, it } from 'vitest';
import { described, externalClass, functions, openPlugin, openTree, parametersOf, root } from './tree.testkit.ts';

const get = 'classes/external/get.php';
/** What the parameters are, with other members of the class and other files of the plugin. */
const parameters = (expression: string, members = '', files: Record<string, string> = {}) =>
  parametersOf(openTree({ [get]: externalClass(expression, members), ...files }));

describe('a schema', () => {
  it('is what its literals say', () => {
    const opened = openTree({
      [get]: externalClass(`[
        'id' => new external_value(PARAM_INT, 'The id'),
        'names' => new external_multiple_structure(new external_value(PARAM_TEXT, ''), 'Names', VALUE_DEFAULT, []),
        'options' => new external_single_structure(['limit' => new external_value(PARAM_INTEGER, '', VALUE_DEFAULT, 5)], '', VALUE_OPTIONAL),
      ]`),
    });
    expect(parametersOf(opened)).toEqual({ id: 'int', names: ['text'], options: { limit: 'int=5' } });
    expect(described(opened)).toMatchObject({
      name: 'local_shop_get',
      component: 'local_shop',
      classname: 'local_shop\\external\\get',
      methodname: 'execute',
      file: 'local/shop/classes/external/get.php',
      line: 16,
      returns: null,
      complete: true,
    });
    expect(described(opened).parameters).toMatchObject({ keys: [['id', { desc: 'The id', allownull: true }], {}, {}] });
  });

  it.each([
    [
      'of local variables and loops',
      '(function () { $keys = []; foreach (["a", "b"] as $k) { $keys[$k] = new external_value(PARAM_INT); } return $keys; })()',
      { a: 'int', b: 'int' },
    ],
    ['of helper methods', 'self::keys(PARAM_TEXT)', { a: 'text' }],
    ['of class constants', '[self::KEY => new external_value(self::TYPES["x"])]', { k: 'raw' }],
    ['of a global function', '["a" => new external_value(PARAM_INT, core_helper("x"))]', { a: 'int' }],
    [
      'of sums and merges',
      'array_merge(["a" => new external_value(PARAM_INT)], ["b" => new external_value(PARAM_INT)]) + ["c" => new external_value(PARAM_INT)]',
      { a: 'int', b: 'int', c: 'int' },
    ],
  ])('%s', (_, expression, expected) => {
    const members = `
      const KEY = 'k';
      const TYPES = ['x' => PARAM_RAW];
      private static function keys($type) { return ['a' => new external_value($type)]; }`;
    expect(parameters(expression, members)).toEqual(expected);
  });

  it("takes another function's keys and changes them", () => {
    const other = externalClass(
      '[]',
      `
      public static function shared() {
          return new external_single_structure(['a' => new external_value(PARAM_INT, 'A'), 'b' => new external_value(PARAM_INT)]);
      }`,
      undefined,
      'base',
    );
    const child = externalClass(
      '(function () { $s = parent::shared(); unset($s->keys["b"]); $s->keys["a"]->required = VALUE_OPTIONAL; $s->keys["a"]->desc .= "!"; return $s->keys; })()',
    ).replace('extends external_api', 'extends base');
    const opened = openTree({ 'classes/external/base.php': other, [get]: child });
    expect(parametersOf(opened)).toEqual({ a: 'int?' });
    expect(described(opened).parameters).toMatchObject({ keys: [['a', { desc: 'A!' }]] });
  });

  it('reads exporters and persistents of the tree by their own PHP', () => {
    const files = {
      [`${root}/lib/classes/external/exporter.php`]: `<?php
namespace core\\external;
use core_external\\external_single_structure;
use core_external\\external_value;
abstract class exporter {
    public static function read() {
        $keys = [];
        foreach (static::define() + static::define_other() as $name => $definition) {
            $keys[$name] = new external_value($definition['type'], $definition['description'] ?? $name, empty($definition['optional']) ? VALUE_REQUIRED : VALUE_OPTIONAL);
        }
        return new external_single_structure($keys);
    }
    protected static function define() { return []; }
    protected static function define_other() { return []; }
}`,
      [`${root}/lib/classes/persistent.php`]: `<?php
namespace core;
abstract class persistent {
    final public static function properties_definition() {
        static $defs = null;
        if ($defs !== null) { return $defs; }
        $defs = static::define_properties();
        $defs['id'] = ['type' => PARAM_INT];
        return $defs;
    }
}`,
      'classes/order.php':
        "<?php\nnamespace local_shop;\nclass order extends \\core\\persistent { protected static function define_properties() { return ['name' => ['type' => PARAM_TEXT]]; } }",
      'classes/external/order_exporter.php': `<?php
namespace local_shop\\external;
use local_shop\\order;
class order_exporter extends \\core\\external\\exporter {
    use with_total;
    protected static function define() { return order::properties_definition(); }
}
trait with_total { protected static function define_other() { return ['total' => ['type' => PARAM_RAW, 'optional' => true]]; } }`,
    };
    expect(parameters("['order' => order_exporter::read()]", '', files)).toEqual({
      order: { name: 'text', id: 'int', total: 'raw?' },
    });
  });

  it('knows PARAM constants as cases of an enum, as Moodle 5 has them', () => {
    const files = {
      [`${root}/lib/moodlelib.php`]: `<?php
define('PARAM_INT', \\core\\param::INT->value);
define('PARAM_FILE', \\core\\param::FILE->value);
const VALUE_DEFAULT = 0;`,
      [`${root}/lib/classes/param.php`]:
        "<?php\nnamespace core;\nenum param: string {\n    #[param_clientside_regex('')]\n    case INT = 'int';\n    case FILE = 'cleanfile';\n}",
    };
    expect(
      parameters("['a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_FILE)]", '', files),
    ).toEqual({ a: 'int', b: 'cleanfile' });
  });

  it("describes in the words of the component's language file", () => {
    const files = {
      'lang/en/local_shop.php': "<?php\n$string['a'] = 'Apple';\n$string['limit'] = 'At most {$a->max} of {$a->what}';",
      [`${root}/lang/en/moodle.php`]: "<?php\n$string['yes'] = 'Yes';",
    };
    const opened = openTree({
      [get]: externalClass(`[
        'a' => new external_value(PARAM_INT, get_string('a', 'local_shop')),
        'b' => new external_value(PARAM_INT, get_string('limit', 'local_shop', ['max' => 3, 'what' => 'it'])),
        'c' => new external_value(PARAM_INT, get_string('yes')),
      ]`),
      ...files,
    });
    expect(described(opened).parameters).toMatchObject({
      keys: [
        ['a', { desc: 'Apple' }],
        ['b', { desc: 'At most 3 of it' }],
        ['c', { desc: 'Yes' }],
      ],
    });
  });

  it('lists plugins and capabilities of the tree', () => {
    const files = {
      [`${root}/grade/grading/form/rubric/version.php`]: '<?php',
      [`${root}/grade/grading/form/guide/version.php`]: '<?php',
      [`${root}/grade/grading/form/notes/readme.txt`]: '',
      'db/access.php': "<?php\n$capabilities = ['local/shop:view' => [], 'local/shop:buy' => []];",
      'lib.php': `<?php
function local_shop_capabilities() {
    global $CFG;
    $capabilities = [];
    require($CFG->dirroot . '/local/shop/db/access.php');
    return array_keys($capabilities);
}`,
    };
    const keys = `(function () {
      $keys = [];
      foreach (\\core_component::get_plugin_list('gradingform') as $name => $dir) $keys[$name] = new external_value(PARAM_INT);
      foreach (local_shop_capabilities() as $name) $keys[str_replace('local/shop:', 'can', $name)] = new external_value(PARAM_INT);
      return $keys;
    })()`;
    expect(parameters(keys, '', files)).toEqual({ guide: 'int', rubric: 'int', canview: 'int', canbuy: 'int' });
  });
});

describe('what only a site knows', () => {
  it('is a dynamic default, and the schema complete', () => {
    const opened = openTree({
      [get]: externalClass(
        "['a' => new external_value(PARAM_INT, '', VALUE_DEFAULT, time()), 'b' => new external_value(PARAM_INT, '', VALUE_DEFAULT, get_config('local_shop', 'x'))]",
      ),
    });
    expect(described(opened)).toMatchObject({
      complete: true,
      parameters: {
        keys: [
          ['a', { default: { dynamic: 'time()' } }],
          ['b', { default: { dynamic: "get_config('local_shop', 'x')" } }],
        ],
      },
    });
  });

  it.each([
    ["['a' => new external_value(get_config('x'))]", { a: '!' }],
    ["['a' => new external_value(PARAM_INT, get_config('x'))]", { a: 'int!' }],
    ["['a' => nowhere()]", { a: 'raw!' }],
    [
      "(function () { $k = ['a' => new external_value(PARAM_INT)]; if (get_config('x')) { $k['b'] = new external_value(PARAM_INT); } return $k; })()",
      { a: 'int', b: 'int' },
    ],
  ])('elsewhere makes it incomplete: %s', (expression, expected) => {
    const opened = openTree({ [get]: externalClass(expression) });
    expect(parametersOf(opened)).toEqual(expected);
    expect(described(opened).complete).toBe(false);
  });
});

it('what walks through the whole tree is unknown, and costs no more than itself', () => {
  const opened = openTree({
    [`${root}/lib/classes/component.php`]:
      '<?php class core_component { static function get_all_versions_hash() { return self::walk("/"); } static function walk($d) { return self::walk($d); } }',
    [get]: externalClass(
      '["a" => new external_value(PARAM_INT, "", VALUE_DEFAULT, core_component::get_all_versions_hash())]',
    ).replace('namespace local_shop\\external;', 'namespace local_shop\\external; use core_component;'),
  });
  expect(parametersOf(opened)).toEqual({ a: 'int={"dynamic":"core_component::get_all_versions_hash()"}' });
  expect(described(opened).complete).toBe(true);
});

describe('one function is one request', () => {
  const counting = (branch: string) =>
    openTree({
      [`${root}/version.php`]: `<?php $version = 2024042200.01; $branch = '${branch}'; $release = '${branch}';`,
      [get]: externalClass(
        '[base::next() => new external_value(PARAM_INT), sub::next() => new external_value(PARAM_INT)]',
      ).replace('return null', "return new external_value(PARAM_TEXT, 'n' . base::next())"),
      'classes/external/base.php':
        '<?php namespace local_shop\\external; class base { static function next() { static $n = 0; return "k" . ++$n; } }',
      'classes/external/sub.php': '<?php namespace local_shop\\external; class sub extends base {}',
    });

  it('statics are kept from the parameters to the returns, and inherited methods share them', () => {
    const opened = counting('404');
    expect(parametersOf(opened)).toEqual({ k1: 'int', k2: 'int' });
    expect(described(opened).returns).toMatchObject({ desc: 'nk3' });
  });

  it('before Moodle 4.1, which ran on older PHP, each class has its own', () => {
    const opened = counting('311');
    expect(parametersOf(opened)).toEqual({ k1: 'int' });
    expect(described(opened).returns).toMatchObject({ desc: 'nk2' });
  });
});

it("$CFG holds what the tree's version.php says", () => {
  const keys =
    "(function () { global $CFG; return [($CFG->version >= 2024042200 ? 'new' : 'old') . $CFG->branch => new external_value(PARAM_INT, $CFG->release)]; })()";
  const opened = openTree({
    [`${root}/version.php`]: "<?php $version = 2024042200.01; $branch = '404'; $release = '4.4 (Build: 1)';",
    [get]: externalClass(keys),
  });
  expect(described(opened).parameters).toMatchObject({ keys: [['new404', { desc: '4.4 (Build: 1)' }]] });
});

it('the services of a function are those that its entry lists, as in external_functions', () => {
  const opened = openTree({
    'db/services.php': `${functions("'classname' => 'local_shop\\external\\get', 'services' => ['own', MOODLE_OFFICIAL_MOBILE_SERVICE]")}
$services = ['Shop' => ['shortname' => 'shop', 'functions' => ['local_shop_get']]];`,
    [get]: externalClass('[]'),
  });
  expect(described(opened).services).toEqual(['own', 'moodle_mobile_app']);
  const fn = opened.store.snapshot.functions.get('local_shop_get');
  expect(fn && opened.store.snapshot.servicesOf(fn)).toEqual(['own', 'moodle_mobile_app', 'shop']);
});

describe('broken source costs one function', () => {
  const entries = functions().replace(
    '];',
    "    'local_shop_other' => ['classname' => 'local_shop\\\\external\\\\other'],\n];",
  );
  const other = externalClass("['b' => new external_value(PARAM_INT)]", '', undefined, 'other');
  it.each([
    ['a syntax error', externalClass("['a' => new external_value(PARAM_INT,, )]")],
    ['a loop without end', externalClass('(function () { while (true) {} })()')],
    ['endless recursion', externalClass('self::keys()', 'static function keys() { return self::keys(); }')],
    ['an exception', externalClass("throw new moodle_exception('x')")],
    ['code nested too deep', externalClass(`${'['.repeat(3000)}${']'.repeat(3000)}`)],
    ['a class in a circle', externalClass('[]').replace('extends external_api', 'extends get')],
    ['no class', '<?php\n'],
  ])('%s', (_, text) => {
    const opened = openTree({ 'db/services.php': entries, [get]: text, 'classes/external/other.php': other });
    expect(described(opened).complete).toBe(_ === 'a class in a circle');
    expect(parametersOf(opened, 'local_shop_other')).toEqual({ b: 'int' });
  });
});

describe('a plugin without Moodle', () => {
  it('knows the classes and constants that schemas are made of', () => {
    const opened = openPlugin({
      [get]: externalClass(
        "['a' => new external_value(PARAM_INT), 'w' => new \\core_external\\external_warnings(), 'f' => new \\external_format_value('a', VALUE_OPTIONAL)]",
      ),
    });
    expect(parametersOf(opened)).toEqual({
      a: 'int',
      w: [{ item: 'text?', itemid: 'int?', warningcode: 'alphanum', message: 'raw' }],
      f: 'int?',
    });
    expect(described(opened).complete).toBe(true);
  });

  it("does not know Moodle's own classes, and says so", () => {
    expect(described(openPlugin({ [get]: externalClass("['a' => \\core\\external\\thing::read()]") })).complete).toBe(
      false,
    );
    const either =
      "class_exists('\\core\\thing') ? ['a' => new external_value(PARAM_INT)] : ['b' => new external_value(PARAM_INT)]";
    expect(described(openPlugin({ [get]: externalClass(either) })).complete).toBe(false);
  });

  it.each([
    'local/shop/externallib.php',
    '/local/shop/externallib.php',
    'admin/tool/shop/externallib.php',
    'externallib.php',
  ])('finds the class of classpath %s', (classpath) => {
    const opened = openPlugin({
      'db/services.php': functions(
        `'classname' => 'local_shop_external', 'methodname' => 'execute', 'classpath' => '${classpath}'`,
      ),
      'externallib.php': externalClass("['a' => new external_value(PARAM_INT)]", '', '', 'local_shop_external'),
    });
    expect(parametersOf(opened)).toEqual({ a: 'int' });
  });
});
