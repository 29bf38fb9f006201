import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { fixed, inScript } from '../rules.testkit.ts';
import { describe, expect, it } from 'vitest';
import { jsNotInRepository as rule } from './index.ts';

const call = "Ajax.call([{methodname: 'local_shop_pay', args: {}}])";

it('finds calls elsewhere', () => {
  expect(inScript(rule, call)).toEqual([
    'local_shop_pay: Calls of web services have their place in amd/src/repository.js.',
  ]);
});

it.each(['src/repository.js', 'src/local/repository.js', 'src/repository/orders.js'])('is silent about %s', (name) => {
  expect(inScript(rule, call, plugin, name)).toEqual([]);
});

describe('the suggestion', () => {
  const script = '/code/local_shop/amd/src/shop.js';
  const repository = '/code/local_shop/amd/src/repository.js';
  const title = 'Move it to amd/src/repository.js';
  const request = (args: string) => `Ajax.call([{methodname: 'local_shop_get_orders', args: ${args}}])[0]`;
  const moved = (text: string, more: Tree = {}, changed = script) =>
    fixed(rule, { ...plugin, ...more }, script, text, title, changed);
  const imports = (clause: string, module = 'local_shop/repository') => `import ${clause} from '${module}';`;
  const ajax = imports('Ajax', 'core/ajax');

  it('makes a function of the repository, and calls it', () => {
    const text = `${ajax}\nawait ${request('{userid: user.id, limit}')};\n`;
    expect(moved(text)).toBe(`${imports('{getOrders}')}\nawait getOrders(user.id, limit);\n`);
    expect(moved(text, {}, repository)).toContain(`export const getOrders = (userid, limit = 10) => fetchMany([{
    methodname: 'local_shop_get_orders',
    args: {userid, limit},
}])[0];
`);
  });

  it.each([
    [
      'other calls',
      `${ajax}\n${request('{limit: 1}')};\nAjax.x();`,
      `${ajax}\n${imports('{getOrders}')}\ngetOrders(undefined, 1);\nAjax.x();`,
    ],
    [
      'another function of the repository',
      `${imports('{pay}')}\n${request('{userid}')};`,
      `${imports('{pay, getOrders}')}\ngetOrders(userid);`,
    ],
    [
      'all of the repository',
      `${imports('* as Shop')}\n${request('{userid}')};`,
      `${imports('* as Shop')}\nShop.getOrders(userid);`,
    ],
    [
      'no imports',
      `/**\n * @module local_shop/shop\n */\n\nexport const f = () => ${request('{userid}')};`,
      `/**\n * @module local_shop/shop\n */\n\n${imports('{getOrders}')}\n\nexport const f = () => getOrders(userid);`,
    ],
    [
      'dependencies',
      `define(["core/ajax"], function(Ajax) {\n    ${request('{userid}')};\n});`,
      `define(["core/ajax", "local_shop/repository"], function(Ajax, Repository) {\n    Repository.getOrders(userid);\n});`,
    ],
    [
      'dependencies with lines of their own',
      `define('x', [\n    'core/ajax'\n], (Ajax) => {\n    ${request('{userid}')};\n});`,
      `define('x', [\n    'core/ajax',\n    'local_shop/repository'\n], (Ajax, Repository) => {\n    Repository.getOrders(userid);\n});`,
    ],
    [
      'the repository among dependencies',
      `define(['local_shop/repository', 'core/ajax'], function(R, Ajax) { ${request('{userid}')}; });`,
      `define(['local_shop/repository', 'core/ajax'], function(R, Ajax) { R.getOrders(userid); });`,
    ],
  ])('fits a script with %s', (_, before, after) => {
    expect(moved(before)).toBe(after);
  });

  it('uses what the repository has', () => {
    const text =
      "export const getOrders = (userid) => call([{methodname: 'local_shop_get_orders', args: {userid}}])[0];\n";
    const files = { [repository]: text };
    expect(moved(`${ajax}\n${request('{userid}')};`, files)).toBe(`${imports('{getOrders}')}\ngetOrders(userid);`);
    expect(() => moved(`${ajax}\n${request('{userid}')};`, { [repository]: 'export const getOrders = 1;' })).toThrow();
  });

  it.each([
    ['several requests', "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}}, other])[0];"],
    ['a list of promises', "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}}]);"],
    ['more than a request', "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}, done: f}])[0];"],
    ['more than requests', "Ajax.call([{methodname: 'local_shop_get_orders', args: {userid}}], false)[0];"],
    ['arguments from elsewhere', "Ajax.call([{methodname: 'local_shop_get_orders', args}])[0];"],
    ['a script with such a name', `const getOrders = 1; ${request('{userid}')}`],
    ['a script without modules', request('{userid}')],
  ])('is not there for %s', (_, code) => {
    const isBare = code === request('{userid}');
    expect(() => moved(isBare ? code : `${ajax}\n${code}`)).toThrow();
  });
});
