import { expect, it } from 'vitest';
import { plugin } from '../features/shared/index.testkit.ts';
import { check, payPath, services } from './rules.testkit.ts';
import { signatureExtraOptional as rule } from './signature-extra-optional/index.ts';

const described = (name: string) =>
  `public static function ${name}_parameters() { return new \\core_external\\external_function_parameters([]); }
    public static function ${name}_returns() { return null; }`;
const text = `<?php
namespace local_shop\\external;
class pay extends \\core_external\\external_api {
    ${described('pay_order')}
    public static function pay_order($test = null) {}
}
`;
const found = '$test: No key is described for $test: by web service it always has its default.';

it('a method is compared where it is written, not where it is declared', () => {
  expect(check(rule, plugin, payPath, text)).toEqual([found]);
  expect(check(rule, { ...plugin, [payPath]: text }, services)).toEqual([]);
});

it('a method that serves two functions is told once', () => {
  const entry = "'local_shop_more' => ['classname' => 'local_shop\\external\\pay', 'methodname' => 'pay_order'],";
  const both = (plugin[services] ?? '').replace('$functions = [', `$functions = [ ${entry}`);
  expect(check(rule, { ...plugin, [services]: both }, payPath, text)).toEqual([found]);
});

it.each([
  [
    'a trait has the method',
    text.replace('public static function pay_order(', 'use paying; public static function other('),
  ],
  ['a parent is not known', text.replace('\\core_external\\external_api', '\\other_plugin\\base')],
  ['the description is not known', text.replace('parameters([])', 'parameters(get_config("x"))')],
  ['it is half-typed', text.replace('($test = null) {}', '($test = null')],
])('nothing is said where %s', (_, other) => {
  const path = '/code/local_shop/classes/external/paying.php';
  const trait = '<?php namespace local_shop\\external; trait paying { public static function pay_order($test = 1) {} }';
  expect(check(rule, { ...plugin, [path]: trait }, payPath, other)).toEqual([]);
});
