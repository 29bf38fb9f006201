import { expect, it } from 'vitest';
import { resultFindings, resultFixed, value } from '../rules.testkit.ts';
import { returnHtmlAsParamText as rule } from './index.ts';

const note = (type: string) => `new external_single_structure(['note' => ${value(type)}])`;

it.each([
  ['PARAM_TEXT', 'format_text($a)', 'format_text'],
  ['PARAM_NOTAGS', '$OUTPUT->render($a)', 'render'],
  ['PARAM_TEXT', "$PAGE->get_renderer('core')->render_from_template('core/x', [])", 'render_from_template'],
])('finds %s of %s', (type, code, name) => {
  expect(resultFindings(rule, note(type), `return ['note' => ${code}];`)).toEqual([
    `${code}: ${name}() returns HTML, and ${type} takes no tags: Moodle refuses the answer as soon as there is one.`,
  ]);
});

it.each([
  ['PARAM_RAW', 'format_text($a)'],
  ['PARAM_TEXT', 'format_string($a)'],
  ['PARAM_TEXT', 'strip_tags(format_text($a))'],
  ['PARAM_TEXT', 'self::format_text($a)'],
  ['PARAM_TEXT', "format_text($a) . ''"],
  ['PARAM_TEXT', 'render($a)'],
  ['PARAM_INT', 'format_text($a)'],
])('is silent about %s of %s', (type, code) => {
  expect(resultFindings(rule, note(type), `return ['note' => ${code}];`)).toEqual([]);
});

it('describes it as what it is', () => {
  const body = "return ['note' => format_text($a)];";
  expect(resultFixed(rule, note('PARAM_TEXT'), body, 'Describe it as PARAM_RAW').returns).toBe(note('PARAM_RAW'));
});
