import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, inPlugin, services } from '../rules.testkit.ts';
import { methodMissing as rule } from './index.ts';

const base = '/code/local_shop/classes/external/base.php';
const thing = '/code/local_shop/classes/external/thing.php';
const cls = (header: string, body = '') => `<?php\nnamespace local_shop\\external;\n${header} {\n${body}\n}\n`;
const entry = "    'local_shop_thing' => ['classname' => 'local_shop\\external\\thing', 'methodname' => 'do_it'],";

it('finds a method that the class does not have, with the nearest one', () => {
  const message =
    'Moodle calls this method, and local_shop\\external\\pay has no pay_orders(). Did you mean pay_order?';
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'pay_orders'],";
  expect(inPlugin(rule, text)).toEqual([`pay_orders: ${message}`]);
});

it('marks the class where no method is written, since execute is meant', () => {
  const text = "    'local_shop_x' => ['classname' => 'local_shop\\external\\pay'],";
  expect(inPlugin(rule, text)).toEqual([
    'local_shop\\external\\pay: Moodle calls this method, and local_shop\\external\\pay has no execute().',
  ]);
});

it('says where the class is', () => {
  const text = (plugin[services] ?? '').replace('pay_order', 'pay_nothing');
  expect(findingsIn(rule, plugin, services, text)[0]?.related?.[0]?.path).toBe(
    '/code/local_shop/classes/external/pay.php',
  );
});

it.each([
  ['inherited', { [thing]: cls('class thing extends base'), [base]: cls('class base', 'static function do_it() {}') }],
  ['of a trait', { [thing]: cls('class thing', 'use base;'), [base]: cls('trait base', 'static function do_it() {}') }],
  ['in any case', { [thing]: cls('class thing', 'static function Do_It() {}') }],
  ['maybe of a parent that is not here', { [thing]: cls('class thing extends \\mod_quiz\\external\\x') }],
  ['maybe of a trait that is not here', { [thing]: cls('class thing', 'use \\core\\some_trait;') }],
  ['of a class that is not there at all', {}],
])('is silent about a method %s', (_, files) => {
  expect(inPlugin(rule, entry, files)).toEqual([]);
});

it('does not take a parent of its own kind for an endless chain', () => {
  expect(inPlugin(rule, entry, { [thing]: cls('class thing extends thing') })).toHaveLength(1);
});
