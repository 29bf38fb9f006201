import { expect, it } from 'vitest';
import { provideDefinition } from './definition.ts';
import { cursorAt, moodle, open, plugin } from './shared/index.testkit.ts';
import type { Tree } from './shared/index.testkit.ts';

const services = '/code/local_shop/db/services.php';
const ordersClass = '/code/local_shop/classes/external/get_orders.php';

/** `origin → file: target` of each link. */
function definitions(tree: Tree, path: string, text: string): string[] {
  const { index, document, position } = open(tree, path, text);
  return (provideDefinition(index, document, position) ?? []).map((link) => {
    const target = index.file(link.targetUri.slice('file://'.length));
    const { start, end } = link.targetSelectionRange;
    const lines = target?.text.split('\n') ?? [];
    expect(link.targetRange.start.line).toBeLessThanOrEqual(start.line);
    const origin = link.originSelectionRange && document.text.getText(link.originSelectionRange);
    return `${origin ?? ''} → ${link.targetUri.split('/').at(-1) ?? ''}: ${lines[start.line]?.slice(start.character, end.character) ?? ''}`;
  });
}

const at = (path: string, before: string, after: string) =>
  definitions(plugin, path, cursorAt(plugin[path] ?? '', before, after));

it('a call leads to the method and the declaration', () => {
  expect(definitions(plugin, '/a.js', "methodname: 'local_shop_█pay'")).toEqual([
    'local_shop_pay → pay.php: pay_order',
    "local_shop_pay → services.php: 'local_shop_pay'",
  ]);
  expect(definitions(moodle, '/moodle/a.sh', 'wsfunction=█core_course_get_contents')).toEqual([
    'core_course_get_contents → externallib.php: get_course_contents',
    "core_course_get_contents → services.php: 'core_course_get_contents'",
  ]);
});

it('a name in a service leads there as well', () => {
  expect(at(services, "['local_shop", '_get')).toEqual([
    'local_shop_get_orders → get_orders.php: execute',
    "local_shop_get_orders → services.php: 'local_shop_get_orders'",
  ]);
});

it.each([
  ['the declaration to its method', services, "    'local_shop_p", 'ay', ['local_shop_pay → pay.php: pay_order']],
  [
    'a class name to the class',
    services,
    "'local_shop\\ext",
    'ernal\\pay',
    ['local_shop\\external\\pay → pay.php: pay'],
  ],
  ['a method name to the method', services, "'pay_", 'order', ['pay_order → pay.php: pay_order']],
  ['a capability to its entry', services, "'local/sh", 'op:view', ["local/shop:view → access.php: 'local/shop:view'"]],
  ['a service to its entry', services, "'shop_", 'service', ["shop_service → services.php: 'Shop'"]],
  ['a key nowhere', services, "'class", 'name', []],
  ['a method to its declaration', ordersClass, 'n exe', 'cute(', ["execute → services.php: 'local_shop_get_orders'"]],
  [
    'what describes it, too',
    ordersClass,
    'n execute_',
    'returns',
    ["execute_returns → services.php: 'local_shop_get_orders'"],
  ],
])('%s', (_, path, before, after, expected) => {
  expect(at(path, before, after)).toEqual(expected);
});

it('the class that is named, where its method is missing', () => {
  const text = (plugin[services] ?? '').replace("'pay_order'", "'pay_█nothing'");
  expect(definitions(plugin, services, text)).toEqual(['pay_nothing → pay.php: pay']);
});
