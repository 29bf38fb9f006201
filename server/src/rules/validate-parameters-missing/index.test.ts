import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersMissing as rule } from './index.ts';

const message =
  'pay_order: The parameters are not validated here: whoever calls the method in PHP, a test for example, can pass anything.';

it('finds a method that does not validate', () => {
  expect(bodyFindings(rule, twoKeys, '$a, $b = 1', 'return $a;')).toEqual([message]);
});

it('validates first, but for globals', () => {
  const call =
    "['a' => $a, 'b' => $b] = self::validate_parameters(self::pay_order_parameters(), ['a' => $a, 'b' => $b]);";
  expect(bodyFixed(rule, twoKeys, '$a, $b = 1', 'return $a;')).toBe(`${call}\n\nreturn $a;`);
  expect(bodyFixed(rule, twoKeys, '$a, $b = 1', 'global $DB;\n\nreturn $a;')).toBe(
    `global $DB;\n\n${call}\n\nreturn $a;`,
  );
  const long = ['first', 'second', 'third'].map((one) => `the${one}ofmanykeys`);
  const keys = long.map((key) => `'${key}' => new external_value(PARAM_INT)`).join(', ');
  const items = long.map((key) => `    '${key}' => $${key},\n`).join('');
  expect(bodyFixed(rule, keys, long.map((key) => `$${key}`).join(', '), 'return [];')).toBe(
    `[\n${items}] = self::validate_parameters(self::pay_order_parameters(), [\n${items}]);\n\nreturn [];`,
  );
});

it('changes nothing where the names differ', () => {
  expect(() => bodyFixed(rule, twoKeys, '$x, $b = 1', 'return $x;')).toThrow('no fix');
});

const helper = (code: string) => `    private static function helper($a) {\n        ${code}\n    }\n`;

it.each([
  ['that validates', twoKeys, '$p = self::validate_parameters(self::pay_order_parameters(), compact("a", "b"));', ''],
  ['whose helper validates', twoKeys, 'self::helper($a);', helper('static::validate_parameters($x, $a);')],
  ['without parameters', '', 'return [];', ''],
  ['whose schema is not known', "get_config('x') => new external_value(PARAM_INT)", 'return [];', ''],
  ['that calls what is not known', twoKeys, 'self::unknown($a);', ''],
])('is silent about a method %s', (_, keys, body, members) => {
  expect(bodyFindings(rule, keys, '$a, $b = 1', body, members)).toEqual([]);
});

it('is silent where another class of the component validates', () => {
  const more = {
    '/code/local_shop/classes/helper.php':
      '<?php\nnamespace local_shop;\nclass helper extends \\core_external\\external_api {\n    static function check($a) { self::validate_parameters($s, $a); }\n}\n',
  };
  expect(bodyFindings(rule, twoKeys, '$a, $b', '\\local_shop\\helper::check($a);', '', more)).toEqual([]);
});
