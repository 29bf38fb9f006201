import { describe, expect, it } from 'vitest';
import { provideCodeLenses } from './codeLens.ts';
import { provideDocumentSymbols } from './documentSymbol.ts';
import { moodle, open, plugin, storeOf } from './shared/index.testkit.ts';
import { provideWorkspaceSymbols } from './workspaceSymbol.ts';

const services = '/code/local_shop/db/services.php';
const servicesText = plugin[services] ?? '';
const ordersClass = '/code/local_shop/classes/external/get_orders.php';

describe('symbols of a document', () => {
  const symbols = (path: string, text: string, mode: 'services' | 'all' = 'services') => {
    const { index, document } = open(plugin, path, text);
    return provideDocumentSymbols(index, document, mode).map(({ name, selectionRange, children }) => [
      name,
      document.text.getText(selectionRange),
      ...(children ?? []).map((child) => child.name),
    ]);
  };

  it('entries of db/services.php', () => {
    const expected = [
      ['local_shop_get_orders', "'local_shop_get_orders'"],
      ['local_shop_pay', "'local_shop_pay'"],
      ['Shop', "'Shop'"],
    ];
    expect(symbols(services, servicesText)).toEqual(expected);
    expect(symbols(services, servicesText.replaceAll('\n', '\r\n'))).toEqual(expected);
    // Half typed.
    expect(symbols(services, servicesText.replace("'type' => 'write',", "'type' => '"))).toEqual(expected);
  });

  it('classes only for clients without another PHP extension', () => {
    const text = plugin[ordersClass] ?? '';
    expect(symbols(ordersClass, text)).toEqual([]);
    expect(symbols(ordersClass, text, 'all')).toEqual([
      ['get_orders', 'get_orders', 'execute_parameters', 'execute', 'execute_returns'],
    ]);
    expect(symbols('/code/local_shop/lib.php', '<?php class other { function x() {} }', 'all')).toEqual([]);
  });

  it('every range holds its selection', () => {
    const { index, document } = open(plugin, services, servicesText);
    for (const { range, selectionRange } of provideDocumentSymbols(index, document)) {
      expect(document.text.offsetAt(range.start)).toBeLessThanOrEqual(document.text.offsetAt(selectionRange.start));
      expect(document.text.offsetAt(range.end)).toBeGreaterThanOrEqual(document.text.offsetAt(selectionRange.end));
    }
  });
});

describe('lenses', () => {
  const lenses = (path: string, text: string) => {
    const { index, document } = open(plugin, path, text);
    return provideCodeLenses(index, document).map(({ range, command }) => [
      document.text.getText(range),
      command?.title,
      command?.arguments,
    ]);
  };

  it('on the entries', () => {
    const uri = 'file:///code/local_shop/db/services.php';
    expect(lenses(services, servicesText)).toEqual([
      ["'local_shop_get_orders'", 'Run', [{ function: 'local_shop_get_orders', uri }]],
      ["'local_shop_pay'", 'Run', [{ function: 'local_shop_pay', uri }]],
    ]);
  });

  it('on the methods', () => {
    expect(lenses(ordersClass, plugin[ordersClass] ?? '').map(([at]) => at)).toEqual(['execute']);
    expect(lenses('/a.js', 'execute()')).toEqual([]);
  });

  it('each by its name where a method is several functions', () => {
    const second = servicesText.replace(
      "external\\pay',\n        'methodname' => 'pay_order'",
      "external\\get_orders'",
    );
    const { store, document } = open(plugin, ordersClass, plugin[ordersClass] ?? '');
    const index = store.apply(new Map([[services, second]]));
    expect(provideCodeLenses(index, document).map(({ command }) => command?.title)).toEqual([
      'Run local_shop_get_orders',
      'Run local_shop_pay',
    ]);
  });
});

it.each([
  ['', 4],
  ['shop', 2],
  ['LSPAY', 1],
  ['get orders', 1],
  ['nothing', 0],
])('workspace symbols for "%s"', (query, count) => {
  const found = provideWorkspaceSymbols(storeOf(moodle).snapshot, query);
  expect(found).toHaveLength(count);
  for (const { location } of found) expect(location).toHaveProperty('range');
});
