import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnObjectList as rule } from './index.ts';

const list = `new external_multiple_structure(${value('PARAM_INT')})`;
const url = `new external_single_structure(['url' => ${value('PARAM_URL')}])`;

it.each([
  [list, 'return new stdClass();', 'new stdClass(): A list is described'],
  [list, "return (object) ['a' => 1];", "(object) ['a' => 1]: A list is described"],
  [value('PARAM_TEXT'), 'return new stdClass;', 'new stdClass: A single value is described'],
  [
    url,
    "return ['url' => new \\moodle_url('/x', ['id' => 1])];",
    "new \\moodle_url('/x', ['id' => 1]): A single value is described",
  ],
])('finds %s, %s', (returns, body, found) => {
  expect(resultFindings(rule, returns, body)).toEqual([
    `${found}, and an object is returned: Moodle refuses the answer.`,
  ]);
});

it.each([
  ['new external_single_structure([])', 'return new stdClass();'],
  [url, "return ['url' => (new \\moodle_url('/x'))->out(false)];"],
  [url, "return ['url' => (string) new \\moodle_url('/x')];"],
  [url, "return ['url' => new \\moodle_url('/x') . ''];"],
])('is silent about %s, %s', (returns, body) => {
  expect(resultFindings(rule, returns, body)).toEqual([]);
});

it('turns an address into text', () => {
  expect(resultFixed(rule, url, "return ['url' => new \\moodle_url('/x')];", 'Add ->out(false)').body).toBe(
    "return ['url' => (new \\moodle_url('/x'))->out(false)];",
  );
});
