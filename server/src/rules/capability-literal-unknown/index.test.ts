import { moodle, plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { capabilityLiteralUnknown as rule } from './index.ts';

const path = '/moodle/local/shop/lib.php';
const find = (code: string) => check(rule, moodle, path, `<?php\n${code}\n`);
const wrong = "require_capability('moodle/course:veiw', $context);";

it('finds capabilities that Moodle does not define', () => {
  expect(find(wrong)).toEqual([
    'moodle/course:veiw: Moodle does not define this capability: nobody has it, administrators included. Did you mean moodle/course:view?',
  ]);
  expect(find("if (has_capability('moodle/nothing:atall', $context)) {}")).toEqual([
    'moodle/nothing:atall: Moodle does not define this capability: nobody has it, administrators included.',
  ]);
});

it.each([
  "require_capability('moodle/course:view', $context);",
  "require_capability('local/urise:viewdashboard', $context);",
  "require_capability('local/shop:veiw', $context);",
  "if (get_capability_info('moodle/course:new') && has_capability('moodle/course:new', $context)) {}",
  'require_capability($capability, $context);',
  "// require_capability('moodle/course:veiw', $context);",
])('is silent about %s', (code) => {
  expect(find(code)).toEqual([]);
});

it('is silent where Moodle itself is not there', () => {
  expect(check(rule, plugin, '/code/local_shop/lib.php', `<?php\n${wrong}\n`)).toEqual([]);
});

it('changes it to the nearest one', () => {
  expect(fixed(rule, moodle, path, `<?php\n${wrong}\n`, 'Change to moodle/course:view')).toBe(
    `<?php\n${wrong.replace('veiw', 'view')}\n`,
  );
});
