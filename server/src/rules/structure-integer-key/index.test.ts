import { describedFixed, schemaFindings, schemaFixed, withSignature } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { structureIntegerKey as rule } from './index.ts';

it.each([
  [
    'new external_value(PARAM_INT)',
    ['new external_value(PARAM_INT): Every element needs a name: clients would have to send the key 0.'],
  ],
  [
    "'a' => new external_single_structure([new external_value(PARAM_INT)])",
    ['new external_value(PARAM_INT): Every element needs a name: clients would have to send the key 0.'],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT)",
  '...self::common()',
  'KEY => new external_value(PARAM_INT)',
  "'a' => new external_multiple_structure(new external_value(PARAM_INT))",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it('gives the name of the PHP parameter, else a neutral one', () => {
  const method = withSignature('$userid');
  const value = "new external_value(PARAM_INT, 'A user')";
  expect(describedFixed(rule, { keys: value, method }, "Insert 'userid' =>").keys).toBe(`'userid' => ${value}`);
  const inside = (key: string) => `'a' => new external_single_structure([${key}${value}])`;
  expect(schemaFixed(rule, inside(''), "Insert 'value1' =>")).toBe(inside("'value1' => "));
});
