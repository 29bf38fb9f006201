import { schemaFindings } from '../rules.testkit.ts';
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
