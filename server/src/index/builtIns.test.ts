import { describe, expect, it } from 'vitest';
import { described, externalClass, openPlugin, openTree, parametersOf } from './tree.testkit.ts';

const get = 'classes/external/get.php';
const version = (requires: string) => `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};\n`;
const moodle = { '3.9': '2020061500', '4.1': '2022112800', '4.3': '2023100900', '4.4': '2024042200' };

/** The parameters that an expression makes in a plugin alone that requires a version of Moodle. */
const alone = (expression: string, requires = moodle['4.4'], files: Record<string, string> = {}) =>
  openPlugin({ [get]: externalClass(expression), 'version.php': version(requires), ...files });

const order = {
  'classes/order.php': `<?php
namespace local_shop;
class order extends \\core\\persistent {
    protected static function define_properties() {
        return [
            'title' => ['type' => PARAM_TEXT],
            'note' => ['type' => PARAM_CLEANHTML, 'null' => NULL_ALLOWED, 'default' => null],
            'noteformat' => ['type' => PARAM_INT, 'default' => FORMAT_PLAIN],
        ];
    }
}
`,
  'classes/external/order_exporter.php': `<?php
namespace local_shop\\external;
class order_exporter extends \\core\\external\\persistent_exporter {
    protected static function define_class() {
        return \\local_shop\\order::class;
    }
    protected static function define_other_properties() {
        return [
            'lines' => ['type' => ['sku' => ['type' => PARAM_ALPHANUM], 'text' => ['type' => PARAM_TEXT]], 'multiple' => true],
            'url' => ['type' => PARAM_URL, 'optional' => true, 'description' => 'Where it is'],
        ];
    }
}
`,
};

describe('in a plugin without a tree', () => {
  it('its exporters and persistents make the schemas that Moodle makes of them', () => {
    const opened = alone(
      "['read' => order_exporter::get_read_structure(), 'create' => order_exporter::get_create_structure(), 'update' => order_exporter::get_update_structure()]",
      moodle['4.4'],
      order,
    );
    expect(described(opened).complete).toBe(true);
    expect(parametersOf(opened)).toEqual({
      read: {
        ...{ title: 'raw', note: 'raw', noteformat: 'int="2"' },
        ...{ id: 'int', timecreated: 'int', timemodified: 'int', usermodified: 'int' },
        ...{ lines: [{ sku: 'alphanum', text: 'raw' }], url: 'url?' },
      },
      create: {
        ...{ title: 'text', note: 'cleanhtml=null', noteformat: 'int="2"' },
        ...{ timecreated: 'int=0', timemodified: 'int=0', usermodified: 'int=0' },
      },
      update: {
        ...{ title: 'text?', note: 'cleanhtml?', noteformat: 'int="2"', id: 'int' },
        ...{ timecreated: 'int?', timemodified: 'int?', usermodified: 'int?' },
      },
    });
  });

  it('before Moodle 4.4 a format has the default of all formats', () => {
    const opened = alone("['read' => order_exporter::get_read_structure()]", moodle['4.3'], order);
    expect(parametersOf(opened)).toMatchObject({ read: { noteformat: 'int="1"' } });
  });

  it.each([
    [
      '4.4',
      'new \\core_external\\external_files()',
      [expect.objectContaining({ repositorytype: 'plugin?', icon: 'raw?' })],
    ],
    ['4.3', 'new \\core_external\\external_files()', [expect.not.objectContaining({ icon: 'raw?' })]],
    ['3.9', 'new \\core_external\\external_warnings()', [expect.objectContaining({ message: 'text' })]],
    ['4.1', 'new \\core_external\\external_warnings()', [expect.objectContaining({ message: 'raw' })]],
    ['4.1', "new external_value(\\core_user::get_property_type('email'))", 'raw_trimmed'],
    ['3.9', "new external_value(\\core_user::get_property_type('icq'))", 'notags'],
  ] as const)('what Moodle %s has: %s', (branch, expression, expected) => {
    expect(parametersOf(alone(`['a' => ${expression}]`, moodle[branch]))).toEqual({ a: expected });
  });

  it.each([
    ['4.1', 'text format (1 = HTML, 0 = MOODLE, 2 = PLAIN or 4 = MARKDOWN)'],
    ['4.3', 'text format (1 = HTML, 0 = MOODLE, 2 = PLAIN, or 4 = MARKDOWN'],
    ['4.4', 'text format (1 = HTML, 0 = MOODLE, 2 = PLAIN, or 4 = MARKDOWN)'],
  ] as const)('the text of a format in Moodle %s', (branch, desc) => {
    const opened = alone("['f' => new \\external_format_value('text')]", moodle[branch]);
    expect(described(opened).parameters).toMatchObject({ keys: [['f', { desc, type: 'int' }]] });
  });

  it('structures may be null from Moodle 4.3 on', () => {
    const nullable = (branch: '4.1' | '4.3') =>
      described(alone("['a' => new external_single_structure([], '', VALUE_DEFAULT, null, true)]", moodle[branch]));
    expect(nullable('4.1').parameters).toMatchObject({ keys: [['a', { allownull: false }]] });
    expect(nullable('4.3').parameters).toMatchObject({ keys: [['a', { allownull: true }]] });
  });

  it('capabilities of the plugin are read as load_capability_def() reads them', () => {
    const each = '(function () { $keys = []; foreach (load_capability_def("local_shop") as $name => $one) {';
    const opened = alone(
      `${each} $keys[substr($name, 11)] = new external_value(PARAM_BOOL); } return $keys; })()`,
      '0',
      {
        'db/access.php': "<?php\n$capabilities = ['local/shop:view' => [], 'local/shop:pay' => []];\n",
      },
    );
    expect(parametersOf(opened)).toEqual({ view: 'bool', pay: 'bool' });
  });

  it('another required version of Moodle renews the schemas, another version of the plugin does not', () => {
    const opened = alone("['a' => new \\core_external\\external_warnings()]", moodle['3.9']);
    const type = () => JSON.stringify(parametersOf(opened)).includes('"message":"text"');
    expect(type()).toBe(true);
    const evaluated = opened.store.memory.evaluated;
    opened.store.apply(new Map([['/src/shop/version.php', `${version(moodle['3.9'])}$plugin->version = 2;\n`]]));
    expect(type()).toBe(true);
    expect(opened.store.memory.evaluated).toBe(evaluated);
    opened.store.apply(new Map([['/src/shop/version.php', version(moodle['4.1'])]]));
    expect(type()).toBe(false);
  });
});

it('a tree without exporters of its own gets none from here', () => {
  const opened = openTree({
    [get]: externalClass('[]', 'public static function x() { return thing::get_read_structure(); }'),
    'classes/external/thing.php':
      '<?php namespace local_shop\\external; class thing extends \\core\\external\\exporter {}',
  });
  expect(opened.store.snapshot.findClass('core\\external\\exporter', '/m/lib/moodlelib.php')).toBeUndefined();
});
