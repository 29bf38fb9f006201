import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { rawArgumentAfterValidation as rule } from './index.ts';

const call = "$params = self::validate_parameters(self::pay_order_parameters(), ['a' => $a, 'b' => $b]);\n";
const find = (body: string) => bodyFindings(rule, twoKeys, '$a, $b', call + body);
const message = (name: string) =>
  `$${name}: This is the value as it was passed. The validated one is $params['${name}'].`;

it('finds arguments that are read behind their validation', () => {
  expect(find('return f($a, $a, $b);')).toEqual([message('a'), message('b')]);
});

it('reads the validated one, wherever the argument was', () => {
  expect(bodyFixed(rule, twoKeys, '$a, $b', `${call}return f($a, $a['x'], $b);`)).toBe(
    `${call}return f($params['a'], $params['a']['x'], $b);`,
  );
  expect(bodyFixed(rule, twoKeys, '$a, $b', `${call}$x = $a == 1;\n$a = $params['a'];\nf($a);`)).toBe(
    `${call}$x = $params['a'] == 1;\n$a = $params['a'];\nf($a);`,
  );
});

it.each([
  ['in a closure', 'return function () use ($a) { return $a; };'],
  ['where the result is changed', '$params = [];\nf($a);'],
])('changes nothing %s', (_, body) => {
  expect(find(body)).toEqual([message('a')]);
  expect(() => bodyFixed(rule, twoKeys, '$a, $b', call + body)).toThrow('no fix');
});

it.each([
  ['the validated ones', "return f($params['a']);"],
  ['what is set anew', "$a = $params['a'];\nreturn f($a);"],
  ['what is taken apart', "['a' => $a, 'b' => $b] = $params;\nreturn f($a);"],
  ['what a loop sets', "foreach ($params['a'] as $a) {\n    f($a);\n}"],
  ['static properties', 'return self::$a;'],
])('is silent about %s', (_, body) => {
  expect(find(body)).toEqual([]);
});

it('offers the change where it is not plain what was validated', () => {
  const body = (values: string) =>
    `$values = ['a' => $a];\n$params = self::validate_parameters(self::pay_order_parameters(), ${values});\nf($a);`;
  for (const values of ['$values', "['a' => (int) $a]"]) {
    expect(() => bodyFixed(rule, twoKeys, '$a, $b', body(values))).toThrow('no fix');
    const after = body(values).replace('f($a)', "f($params['a'])");
    expect(bodyFixed(rule, twoKeys, '$a, $b', body(values), "Change to $params['a']")).toBe(after);
  }
  expect(bodyFindings(rule, twoKeys, '$a, $b', body("['b' => $b]"))).toEqual([]);
});

it('is silent where the result has the names, or the schema is not known', () => {
  const names = "['a' => $a] = self::validate_parameters(self::pay_order_parameters(), ['a' => $a]);\nf($a);";
  expect(bodyFindings(rule, twoKeys, '$a', names)).toEqual([]);
  expect(bodyFindings(rule, "get_config('x') => new external_value(PARAM_INT)", '$a', `${call}f($a);`)).toEqual([]);
});
