import { bodyFindings, bodyFixed, check, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { selfMethodUndefined as rule } from './index.ts';
import { plugin } from '../../features/shared/index.testkit.ts';

const find = (body: string, members = '') => bodyFindings(rule, '', '$a', body, members);

it.each(['self', 'static', 'parent'])('finds %s:: with a method that is nowhere', (on) => {
  expect(find(`${on}::nothing($a);`)).toEqual(['nothing: Nothing declares nothing(): PHP stops here.']);
});

it('offers the nearest name', () => {
  expect(bodyFixed(rule, '', '$a', 'self::pay_ordr($a);', 'Change to pay_order')).toBe('self::pay_order($a);');
});

const magic = '    public static function __callStatic($name, $args) {\n    }\n';

it.each([
  ['a method of its own', 'self::pay_order_parameters();', ''],
  ['one in other letters', 'self::Pay_Order($a);', ''],
  ['one of external_api', 'self::validate_context($a); static::clean_returnvalue($b, []);', ''],
  ['magic', 'self::nothing();', magic],
  ['a constant and a property', 'return self::NOTHING . self::$nothing;', ''],
  ['a closure in a property', '(self::$nothing)();', ''],
  ['what is looked for first', "if (method_exists(self::class, 'nothing')) { self::nothing(); }", ''],
  ['a class inside', 'return new class { static function f() { self::g(); } static function g() {} };', ''],
  ['another class', '\\local_shop\\x::nothing();', ''],
])('is silent about %s', (_, body, members) => {
  expect(find(body, members)).toEqual([]);
});

const text = (header: string, call = 'self::nothing();') =>
  `<?php\nnamespace local_shop\\external;\n${header} {\n    public static function pay_order() {\n        ${call}\n    }\n}\n`;
const trait = '<?php\nnamespace local_shop;\ntrait helps {\n    static function nothing() {}\n}\n';

it.each([
  ['a parent that is not here', text('class pay extends \\mod_absent\\external')],
  ['a class that is no external_api', text('class pay')],
  [
    'what classes below may have',
    text('abstract class pay extends \\core_external\\external_api', 'static::nothing();'),
  ],
  [
    'a trait',
    text('class pay extends \\core_external\\external_api').replace('{\n', '{\n    use \\local_shop\\helps;\n'),
  ],
])('is silent about %s', (_, code) => {
  expect(check(rule, { ...plugin, '/code/local_shop/classes/helps.php': trait }, payPath, code)).toEqual([]);
});
