import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { expect, it } from 'vitest';
import { requireLoginInExternal as rule } from './index.ts';

const message = (name: string) =>
  `${name}() may redirect to a page for logging in, which no client can read, and does not heed what the token is restricted to. validate_context() logs in as web services need it.`;

it('finds it in the method and in those that it calls', () => {
  expect(bodyFindings(rule, 'require_login();')).toEqual([`require_login: ${message('require_login')}`]);
  expect(bodyFindings(rule, '\\require_course_login($course);')).toEqual([
    `\\require_course_login: ${message('require_course_login')}`,
  ]);
  const helper = 'private static function load() {\n        require_login();\n    }';
  expect(bodyFindings(rule, 'self::load();', helper)).toHaveLength(1);
});

it('is silent about others', () => {
  expect(bodyFindings(rule, 'self::validate_context($context); // No require_login().')).toEqual([]);
  expect(bodyFindings(rule, 'helper::require_login();')).toEqual([]);
  expect(bodyFindings(rule, '', 'public static function page() {\n        require_login();\n    }')).toEqual([]);
});

it.each([
  ['require_login();', 'self::validate_context(\\context_system::instance());'],
  ['require_login($course);', 'self::validate_context(\\context_course::instance($course->id));'],
  ["require_login($params['courseid']);", "self::validate_context(\\context_course::instance($params['courseid']));"],
  ['require_login($cm->course, false, $cm);', 'self::validate_context(\\context_module::instance($cm->id));'],
])('changes %s', (before, after) => {
  expect(bodyFixed(rule, before, `Change to ${after}`)).toBe(after);
});

it('removes it where the context is validated', () => {
  const validate = 'self::validate_context($context);';
  expect(bodyFixed(rule, `${validate}\n        require_login();`, 'Remove require_login()')).toBe(validate);
});
