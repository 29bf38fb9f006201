import { plugin } from '../../features/shared/index.testkit.ts';
import { describedFixed, fixed, payPath, schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramsRequiredAfterDefault as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0), 'b' => new external_value(PARAM_INT)",
    ["'b': A required parameter after one with a default: PHP code that calls the method has to give both."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_INT, 'B', VALUE_DEFAULT, 0)",
  "'a' => new external_value(PARAM_INT), 'b' => new external_value(PARAM_INT)",
  "'a' => new external_single_structure(['b' => new external_value(PARAM_INT, '', VALUE_DEFAULT, 0), 'c' => new external_value(PARAM_INT)])",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

const [a, b, c] = [
  "'a' => new external_value(PARAM_INT, 'A', VALUE_DEFAULT, 0)",
  "'b' => new external_value(PARAM_INT, 'B')",
  "'c' => new external_value(PARAM_INT, 'C', VALUE_DEFAULT, 1)",
];
const title = 'Put required parameters first';
const method = (signature: string, tags = '') =>
  `/**\n     * Pays.\n     *\n${tags}     */\n    public static function pay_order(${signature}) {\n    }`;

it('puts required parameters first: keys, PHP parameters and what the comment says of them', () => {
  const before = {
    keys: `${a}, ${b}, ${c}`,
    method: method('$a, int $b, $c = 1', '     * @param int $a A\n     * @param int $b B\n     * @param int $c C\n'),
  };
  expect(describedFixed(rule, before, title)).toMatchObject({
    keys: `${b}, ${a}, ${c}`,
    method: method('int $b, $a, $c = 1', '     * @param int $b B\n     * @param int $a A\n     * @param int $c C\n'),
  });
});

it('reorders the arguments of calls that give them by position', () => {
  const text = (plugin[payPath] ?? '')
    .replace(
      'parameters([])',
      `parameters([${a}, ${b}, ${c}])`.replaceAll('external_value', '\\core_external\\external_value'),
    )
    .replace('pay_order()', 'pay_order($a, $b, $c = 1)');
  const path = '/code/local_shop/tests/pay_test.php';
  const test = (one: string, two: string) => `<?php
use local_shop\\external\\pay;
class pay_test {
    function test_pay() {
        pay::pay_order(${one});
        pay::pay_order(${two}, 3);
        pay::pay_order(a: 1, b: 2);
        other::pay_order(1, 2);
    }
}
`;
  const tree = { ...plugin, [path]: test('1, 2', 'f(1, 2), $x') };
  expect(fixed(rule, tree, payPath, text, title, path)).toBe(test('2, 1', '$x, f(1, 2)'));
});

it.each([
  ['the method has other parameters', `${a}, ${b}`, '$x, $b'],
  ['PHP would have what is required behind what is not', `${a}, ${b}`, '$a, $b = 1'],
  ['a comment says something of one', `${a}, // About a.\n ${b}`, '$a, $b'],
])('leaves it where %s', (_, keys, signature) => {
  expect(() => describedFixed(rule, { keys, method: method(signature) }, title)).toThrow();
});

it('takes a format with a default for one', () => {
  const format = "'textformat' => new external_format_value('text', VALUE_DEFAULT)";
  expect(schemaFindings(rule, `${a}, ${format}`)).toEqual([]);
});
