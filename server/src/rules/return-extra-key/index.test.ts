import { expect, it } from 'vitest';
import { list, order, resultFindings, resultFixed } from '../rules.testkit.ts';
import { returnExtraKey as rule } from './index.ts';

const known = "'id' => 1, 'note' => ''";

it.each([
  [`return [${known}, 'status' => true];`, ['status: status is not described: Moodle drops it.']],
  [`return [${known}, 'payd' => 1];`, ['payd: payd is not described: Moodle drops it. Did you mean paid?']],
  ["return [$a => 1, 'x' => 2];", ['x: x is not described: Moodle drops it.']],
])('finds %s', (body, found) => {
  expect(resultFindings(rule, order, body)).toEqual(found);
});

it.each([`return [${known}, 'paid' => true];`, `return [${known}, $a => 1, ...$a];`, 'return (object) f();'])(
  'is silent about %s',
  (body) => {
    expect(resultFindings(rule, order, body)).toEqual([]);
  },
);

it('looks into lists', () => {
  expect(resultFindings(rule, list, `return [[${known}, 'x' => 1]];`)).toEqual([
    'x: x is not described: Moodle drops it.',
  ]);
});

it('tells of a variable that is returned twice once', () => {
  expect(
    resultFindings(rule, order, `$result = [${known}, 'x' => 1]; if ($a) { return $result; } return $result;`),
  ).toHaveLength(1);
});

it('changes it', () => {
  const fix = (key: string, title: string) => resultFixed(rule, order, `return [${known}, '${key}' => true];`, title);
  expect(fix('payd', 'Change to paid').body).toBe(`return [${known}, 'paid' => true];`);
  expect(fix('status', "Remove 'status'").body).toBe(`return [${known}];`);
  expect(fix('status', 'Describe status as well').returns).toContain(
    "VALUE_OPTIONAL),\n            'status' => new external_value(PARAM_BOOL, 'status'),\n",
  );
});
