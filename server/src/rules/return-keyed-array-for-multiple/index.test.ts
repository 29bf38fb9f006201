import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnKeyedArrayForMultiple as rule } from './index.ts';

const list = `new external_multiple_structure(${value('PARAM_INT')})`;

it.each([
  ["return ['a' => 1];", "['a' => 1]"],
  ["return [\n'a' => 1];", '['],
])('finds %s', (body, code) => {
  expect(resultFindings(rule, list, body)).toEqual([
    `${code}: A list is described: Moodle sends the values, and these keys are lost.`,
  ]);
});

it.each(['return [1, 2];', "return ['1' => 1];", 'return [5 => 1];', 'return [$a => 1];', 'return [];'])(
  'is silent about %s',
  (body) => {
    expect(resultFindings(rule, list, body)).toEqual([]);
  },
);

it('suggests to return the values alone', () => {
  expect(resultFixed(rule, list, "return ['a' => 1]; // All.", 'Wrap it in array_values()').body).toBe(
    "return array_values(['a' => 1]); // All.",
  );
});
