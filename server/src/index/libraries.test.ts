import { expect, it } from 'vitest';
import { externalClass, openTree, parametersOf, root } from './tree.testkit.ts';

const value = (type: string) => `['id' => new external_value(${type}, 'Id')]`;

it('a constant of a library reads the libraries before it and no other', () => {
  const cls = `<?php
namespace local_shop\\external;
class get {
    public static function execute_parameters() {
        return new \\core_external\\external_function_parameters(['id' => new \\core_external\\external_value(PARAM_INT, 'Id')]);
    }
}
`;
  const opened = openTree({ 'classes/external/get.php': cls });
  expect(parametersOf(opened)).toEqual({ id: 'int' });
  const { store } = opened;
  const read = store.loadedPaths(`${root}/lib`).filter((path) => store.snapshot.file(path) !== undefined);
  expect(read).toContain(`${root}/lib/moodlelib.php`);
  expect(read).not.toContain(`${root}/lib/datalib.php`);
});

it('a library that was asked and changes is asked again', () => {
  const opened = openTree({ 'classes/external/get.php': externalClass(value('LATER')) });
  expect(parametersOf(opened)).toEqual({ id: '!' });
  opened.store.apply(new Map([[`${root}/lib/weblib.php`, "<?php\ndefine('LATER', 'text');\n"]]));
  expect(parametersOf(opened)).toEqual({ id: 'text' });
});

it('a class of a library is that one, whatever an included file declares', () => {
  const keys = (type: string) =>
    `<?php class shop_keys { public static function all() { return ${value(type).replace('external_value', '\\core_external\\external_value')}; } }`;
  const opened = openTree({
    'db/services.php': `<?php\n$functions = ['local_shop_get' => ['classname' => 'local_shop_external', 'methodname' => 'get', 'type' => 'read']];\n`,
    'externallib.php': `<?php
require_once($CFG->dirroot . '/local/shop/keys.php');
class local_shop_external extends \\core_external\\external_api {
    public static function get_parameters() { return new \\core_external\\external_function_parameters(shop_keys::all()); }
    public static function get() {}
    public static function get_returns() { return null; }
}
`,
    'keys.php': keys('PARAM_TEXT'),
    [`${root}/lib/datalib.php`]: keys('PARAM_INT'),
  });
  expect(parametersOf(opened)).toEqual({ id: 'int' });
});

it('a library that comes is asked', () => {
  const setup = (includes: string) => new Map([[`${root}/lib/setup.php`, `<?php\n${includes}\n`]]);
  const opened = openTree({
    'classes/external/get.php': externalClass(value('EXTRA')),
    [`${root}/lib/extra.php`]: "<?php\ndefine('EXTRA', 'text');\n",
  });
  expect(parametersOf(opened)).toEqual({ id: '!' });
  opened.store.apply(setup("require_once(__DIR__ . '/extra.php');"));
  expect(parametersOf(opened)).toEqual({ id: 'text' });
});

it('what a library comes to declare counts before what was found elsewhere', () => {
  const keys = (type: string) =>
    `<?php\nfunction shop_keys() { return ${value(type).replace('external_value', '\\core_external\\external_value')}; }\n`;
  const opened = openTree({ 'classes/external/get.php': externalClass('shop_keys()'), 'lib.php': keys('PARAM_TEXT') });
  expect(parametersOf(opened)).toEqual({ id: 'text' });
  opened.store.apply(new Map([[`${root}/lib/weblib.php`, keys('PARAM_INT')]]));
  expect(parametersOf(opened)).toEqual({ id: 'int' });
});
