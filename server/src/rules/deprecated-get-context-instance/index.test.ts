import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn } from '../rules.testkit.ts';
import { bodyFindings, bodyFixed } from '../methods.testkit.ts';
import { expect, it } from 'vitest';
import { deprecatedGetContextInstance as rule } from './index.ts';

const code = '$context = get_context_instance(CONTEXT_COURSE, $courseid);';

it('finds it', () => {
  expect(bodyFindings(rule, code)).toEqual(['get_context_instance: Moodle 5.0 has no get_context_instance().']);
});

it('only warns where Moodle has it', () => {
  const path = '/code/local_shop/classes/external/pay.php';
  const text = (plugin[path] ?? '').replace('pay_order() {', `pay_order() {\n${code}`);
  const version = "<?php\n$plugin->component = 'local_shop';\n$plugin->supported = [401, 404];\n";
  const tree = { ...plugin, '/code/local_shop/version.php': version };
  expect(findingsIn(rule, tree, path, text).map(({ severity }) => severity)).toEqual(['warning']);
});

it.each([
  "if (function_exists('get_context_instance')) { $context = get_context_instance(CONTEXT_SYSTEM); }",
  '$context = self::get_context_instance($x);',
  '// get_context_instance(CONTEXT_SYSTEM)',
])('is silent about %s', (text) => {
  expect(bodyFindings(rule, text)).toEqual([]);
});

it.each([
  [code, '$context = \\context_course::instance($courseid);'],
  ['$x = get_context_instance(CONTEXT_SYSTEM, SITEID);', '$x = \\context_system::instance();'],
  [
    '$x = get_context_instance(CONTEXT_MODULE, $cm->id, MUST_EXIST);',
    '$x = \\context_module::instance($cm->id, MUST_EXIST);',
  ],
])('changes %s', (before, after) => {
  expect(bodyFixed(rule, before)).toBe(after);
});

it.each(['$x = get_context_instance($level, $id);', '$x = get_context_instance(CONTEXT_COURSE, [1, 2]);'])(
  'does not change %s',
  (text) => {
    expect(() => bodyFixed(rule, text)).toThrow('no fix');
  },
);
