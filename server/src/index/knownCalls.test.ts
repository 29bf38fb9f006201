import { expect, it } from 'vitest';
import { KnownCalls } from './knownCalls.ts';
import { openTree, parametersOf } from './tree.testkit.ts';

const external = (name: string, parameters: string) => `<?php
namespace local_shop\\external;
class ${name} extends \\core_external\\external_api {
    public static function execute_parameters() {
        return new \\core_external\\external_function_parameters(${parameters});
    }
    public static function execute() {}
    public static function execute_returns() { return null; }
}
`;
const services = `<?php
$functions = [
    'local_shop_a' => ['classname' => 'local_shop\\\\external\\\\a', 'type' => 'read'],
    'local_shop_b' => ['classname' => 'local_shop\\\\external\\\\b', 'type' => 'read'],
];
`;
const shared = (type: string) => `<?php
namespace local_shop;
class shared {
    public static function keys() {
        return ['id' => new \\core_external\\external_value(${type}, 'Id')];
    }
}
`;

const open = () =>
  openTree({
    'db/services.php': services,
    'classes/external/a.php': external('a', '\\local_shop\\shared::keys()'),
    'classes/external/b.php': external(
      'b',
      "\\local_shop\\shared::keys() + ['x' => new \\core_external\\external_value(PARAM_INT, 'X')]",
    ),
    'classes/shared.php': shared('PARAM_INT'),
  });

it('a method that two functions call is part of both schemas, and of what both depend on', () => {
  const opened = open();
  expect(parametersOf(opened, 'local_shop_a')).toEqual({ id: 'int' });
  expect(parametersOf(opened, 'local_shop_b')).toEqual({ id: 'int', x: 'int' });
  opened.store.apply(new Map([['/m/local/shop/classes/shared.php', shared('PARAM_TEXT')]]));
  expect(parametersOf(opened, 'local_shop_a')).toEqual({ id: 'text' });
  expect(parametersOf(opened, 'local_shop_b')).toEqual({ id: 'text', x: 'int' });
});

it('is made once, but for each home where it looks there', () => {
  const { store } = open();
  const cls = store.snapshot.findClass('local_shop\\shared', '/m/local/shop/classes/shared.php');
  if (!cls) throw new Error('There is no such class.');
  const calls = new KnownCalls();
  let made = 0;
  const call = (looksHome: boolean) => () => {
    made += 1;
    const result = { value: made, statics: new Map<string, never>(), steps: 1, bytes: 1, depth: 1 };
    return { result, reads: [], looksHome, facts: new Map<string, never>() };
  };
  const find = (method: string, home: string, looksHome: boolean) =>
    calls.find(cls, method, [home], call(looksHome))?.result.value;
  expect([find('a', '/one', false), find('a', '/two', false)]).toEqual([1, 1]);
  expect([find('b', '/one', true), find('b', '/two', true), find('b', '/one', true)]).toEqual([2, 3, 2]);
  expect(calls.find(cls, 'c', [], () => undefined)).toBeUndefined();
  expect(find('c', '/one', false)).toBeUndefined();
  calls.clear();
  expect(find('a', '/one', false)).toBe(4);
});
