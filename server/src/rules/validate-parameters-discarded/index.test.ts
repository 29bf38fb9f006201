import { bodyFindings, bodyFixed, twoKeys } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { validateParametersDiscarded as rule } from './index.ts';

const call = "self::validate_parameters(self::pay_order_parameters(), ['a' => $a, 'b' => $b]);";
const find = (body: string) => bodyFindings(rule, twoKeys, '$a, $b', body);
const message =
  'validate_parameters: What is used is not what was validated: defaults of nested keys and types are lost.';

it('finds a call whose result is not used', () => {
  expect(find(`${call}\nreturn f($a);`)).toEqual([message]);
  const fix = (body: string) => bodyFixed(rule, twoKeys, '$a, $b', body, 'Use the validated values');
  expect(fix(`${call}\nreturn f($a);`)).toBe(`['a' => $a] = ${call}\nreturn f($a);`);
  const map = "$params = ['a' => $a];\nself::validate_parameters(self::pay_order_parameters(), $params);\nf($params);";
  expect(find(map)).toEqual([message]);
  expect(fix(map)).toBe(map.replace('self::validate', '$params = self::validate'));
});

it('keeps lines short', () => {
  const names = ['first', 'second'].map((one) => one + 'x'.repeat(20));
  const keys = names.map((one) => `'${one}' => new external_value(PARAM_INT, '')`).join(', ');
  const variables = names.map((one) => `$${one}`).join(', ');
  const long = `self::validate_parameters(self::pay_order_parameters(), [${names.map((one) => `'${one}' => $${one}`).join(', ')}]);`;
  const body = `${long}\nreturn f(${variables});`;
  expect(bodyFixed(rule, keys, variables, body, 'Use the validated values')).toBe(
    `[\n${names.map((one) => `    '${one}' => $${one},\n`).join('')}] = ${body}`,
  );
});

it('offers nothing where a name is not passed', () => {
  const body = "self::validate_parameters(self::pay_order_parameters(), ['a' => 1]);\nf($a);";
  expect(find(body)).toEqual([message]);
  expect(() => bodyFixed(rule, twoKeys, '$a, $b', body, 'Use the validated values')).toThrow('no');
});

it.each([
  ['a result that is used', `$params = ${call}\nf($a);`],
  ['one that is passed on', `f(${call.slice(0, -1)});\nf($a);`],
  ['one that is returned', `return ${call}`],
  ['values that are not used', `${call}\nreturn [];`],
  ['values that are set anew', `${call}\n$a = 1;`],
])('is silent about %s', (_, body) => {
  expect(find(body)).toEqual([]);
});
