import { plugin } from '../../features/shared/index.testkit.ts';
import { fixed, fixedInPlugin, inPlugin, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { servicesNameChars as rule } from './index.ts';

const entry = (name: string) => `    '${name}' => ['type' => 'read'],`;

it.each([
  ['local_shop_get.orders', 'AJAX can only call names of letters, digits, _ and -: this one is not found.'],
  ['local_shop_getOrders', 'Names of functions are lower case, with _ between words.'],
  ['local_shop_get-orders', 'Names of functions are lower case, with _ between words.'],
])('finds %s', (name, message) => {
  expect(inPlugin(rule, entry(name))).toEqual([`${name}: ${message}`]);
});

it('is silent about lower-case words and digits', () => {
  expect(inPlugin(rule, entry('local_shop_get_orders_2'))).toEqual([]);
});

it.each([
  ['local_shop_get.orders', 'local_shop_get_orders'],
  ['local_shop_getOrders', 'local_shop_getorders'],
])('renames %s to %s', (before, after) => {
  const title = `Rename to ${after}, wherever local_shop names it`;
  expect(fixedInPlugin(rule, entry(before), title)).toBe(entry(after));
});

it('renames it wherever the plugin names it, but not what only reads the same', () => {
  const name = 'local_shop_getOrders';
  const more = {
    '/code/local_shop/amd/src/shop.js': `Ajax.call([{methodname: "${name}", args: {}}]); // ${name}`,
    '/code/local_shop/tests/a_test.php': `<?php f('${name}', '${name}s'); $DB->get_records('${name}');\nx("a.php?wsfunction=${name}&b");`,
    '/code/local_shop/README.md': `Call ${name}, not ${name}s.`,
  };
  const text = `<?php\n$functions = [\n${entry(name)}\n];\n$services = ['S' => ['functions' => ['${name}']]];\n`;
  const renamed = (path: string) =>
    fixed(
      rule,
      { ...plugin, ...more },
      services,
      text,
      'Rename to local_shop_getorders, wherever local_shop names it',
      path,
    );
  expect(renamed(services)).toBe(text.replaceAll(name, 'local_shop_getorders'));
  expect(renamed('/code/local_shop/amd/src/shop.js')).toBe(
    `Ajax.call([{methodname: "local_shop_getorders", args: {}}]); // ${name}`,
  );
  expect(renamed('/code/local_shop/tests/a_test.php')).toBe(
    `<?php f('local_shop_getorders', '${name}s'); $DB->get_records('${name}');\nx("a.php?wsfunction=local_shop_getorders&b");`,
  );
  expect(renamed('/code/local_shop/README.md')).toBe(`Call local_shop_getorders, not ${name}s.`);
});

it('does not rename to a name that is taken', () => {
  const taken = `${entry('local_shop_getOrders')}\n${entry('local_shop_getorders')}`;
  expect(() => fixedInPlugin(rule, taken, 'Rename to local_shop_getorders, wherever local_shop names it')).toThrow();
});
