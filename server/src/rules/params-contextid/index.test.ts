import { describedFixed, schemaFindings } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramsContextid as rule } from './index.ts';

it.each([
  [
    "'contextid' => new external_value(PARAM_INT)",
    ["'contextid': Ids of contexts are internal to Moodle: clients know course ids, course module ids and user ids."],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'courseid' => new external_value(PARAM_INT)",
  "'a' => new external_single_structure(['contextid' => new external_value(PARAM_INT)])",
  "'context' => self::get_context_parameters()",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

const method = (key: string, context: string, more = '') => `/**
     * @param int $${key} Where
     */
    public static function pay_order(int $${key}) {
        $params = self::validate_parameters(self::pay_order_parameters(), ['${key}' => $${key}]);
        $context = ${context};${more}
    }`;
const keys = (key: string, text: string) => `'${key}' => new external_value(PARAM_INT, '${text}')`;
const before = (more?: string) => ({
  keys: keys('contextid', 'Context id'),
  method: method('contextid', "\\context::instance_by_id($params['contextid'], MUST_EXIST)", more),
});

it.each([
  ['a course id', 'courseid', 'Course id', 'course'],
  ['a course module id', 'cmid', 'Course module id', 'module'],
])('takes %s instead', (what, key, text, level) => {
  expect(describedFixed(rule, before(), `Take ${what} instead`)).toMatchObject({
    keys: keys(key, text),
    method: method(key, `\\context_${level}::instance($params['${key}'], MUST_EXIST)`),
  });
});

it.each([
  ['is used for more', "\n        f($params['contextid']);"],
  ['has another one beside it', '\n        f($courseid);'],
])('leaves an id that %s', (_, more) => {
  expect(() => describedFixed(rule, before(more), 'Take a course id instead')).toThrow();
});

it('follows what is put together, or taken apart, around the validation', () => {
  const text = (key: string, context: string) => `public static function pay_order($${key}) {
        $params = ['${key}' => $${key}];
        ['${key}' => $${key}] = self::validate_parameters(self::pay_order_parameters(), $params);
        $context = ${context}($${key});
    }`;
  const old = { keys: keys('contextid', 'x'), method: text('contextid', 'context::instance_by_id') };
  expect(describedFixed(rule, old, 'Take a course id instead').method).toBe(
    text('courseid', '\\context_course::instance'),
  );
});
