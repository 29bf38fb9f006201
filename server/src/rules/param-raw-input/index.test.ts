import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, schemaFindings, schemaFixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramRawInput as rule } from './index.ts';

it.each([
  ["'userid' => new external_value(PARAM_RAW)", ['PARAM_RAW: PARAM_RAW is not cleaned: userid looks like PARAM_INT.']],
  ["'isnew' => new external_value(PARAM_RAW)", ['PARAM_RAW: PARAM_RAW is not cleaned: isnew looks like PARAM_BOOL.']],
  [
    "'fullname' => new external_value(PARAM_RAW)",
    ['PARAM_RAW: PARAM_RAW is not cleaned: fullname looks like PARAM_TEXT.'],
  ],
  ["'text' => new external_value(PARAM_RAW)", ['PARAM_RAW: PARAM_RAW is not cleaned.']],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each(["'userid' => new external_value(PARAM_INT)"])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([
  [
    'Change to PARAM_INT',
    "'userid' => new external_value(PARAM_RAW, 'A')",
    "'userid' => new external_value(PARAM_INT, 'A')",
  ],
])('suggests: %s', (title, before, after) => {
  expect(schemaFixed(rule, before, title)).toBe(after);
});

it('is off where the name says nothing, until it is turned on', () => {
  const text = (plugin[payPath] ?? '').replace('([])', "(['text' => new \\core_external\\external_value(PARAM_RAW)])");
  expect(findingsIn(rule, plugin, payPath, text).map(({ severity }) => severity)).toEqual(['off']);
});
