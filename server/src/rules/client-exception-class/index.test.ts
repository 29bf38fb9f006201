import { scriptFindings, scriptFixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { clientExceptionClass as rule } from './index.ts';

it.each([
  [
    "if (answer.exception === 'invalid_parameter_exception') {}",
    [
      'invalid_parameter_exception: From Moodle 4.5 on this is core\\exception\\invalid_parameter_exception: compare errorcode, which stays the same.',
    ],
  ],
  [
    'if (answer[\'exception\'] == "moodle_exception") {}',
    [
      'moodle_exception: From Moodle 4.5 on this is core\\exception\\moodle_exception: compare errorcode, which stays the same.',
    ],
  ],
  [
    "if ('moodle_exception' !== answer.exception) {}",
    [
      'moodle_exception: From Moodle 4.5 on this is core\\exception\\moodle_exception: compare errorcode, which stays the same.',
    ],
  ],
])('finds %s', (code, found) => {
  expect(scriptFindings(rule, code)).toEqual(found);
});

it.each([
  "if (answer.errorcode === 'invalidparameter') {}",
  'if (answer.exception) {}',
  "throw new Error('moodle_exception')",
])('is silent about %s', (code) => {
  expect(scriptFindings(rule, code)).toEqual([]);
});

it('compares the code', () => {
  const fix = (code: string, title: string) => scriptFixed(rule, code, title);
  expect(fix("if (e.exception === 'invalid_parameter_exception') {}", 'Compare errorcode with invalidparameter')).toBe(
    "if (e.errorcode === 'invalidparameter') {}",
  );
  expect(fix("if ('require_login_exception' == e['exception']) {}", 'Compare errorcode with requireloginerror')).toBe(
    "if ('requireloginerror' == e['errorcode']) {}",
  );
  expect(() => fix("if (e.exception === 'moodle_exception') {}", 'Compare errorcode with error')).toThrow();
});
