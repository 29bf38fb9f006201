import { plugin } from '../../features/shared/index.testkit.ts';
import { findingsIn, check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { deprecatedExternalFunction as rule } from './index.ts';

const version = (supported: string) => ({
  ...plugin,
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->supported = ${supported};`,
});
const text = (code: string) => (plugin[payPath] ?? '').replace('pay_order() {', `pay_order() {\n        ${code}`);

it.each([
  ['external_format_text($a, 1, $c);', '\\core_external\\util::format_text($a, 1, $c);'],
  ['\\external_format_string($a, $c);', '\\core_external\\util::format_string($a, $c);'],
])('finds %s, and changes it', (code, after) => {
  expect(check(rule, version('[402, 405]'), payPath, text(code))).toHaveLength(1);
  expect(fixed(rule, version('[402, 405]'), payPath, text(code))).toBe(text(after));
});

it('is a warning where Moodle 5.3 is supported', () => {
  const found = (supported: string) =>
    findingsIn(rule, version(supported), payPath, text('external_format_text($a);'))[0];
  expect(found('[402, 503]')?.severity).toBe('warning');
  expect(found('[402, 502]')?.severity).toBeUndefined();
});

it.each([
  'util::format_text($a);',
  '$this->external_format_text();',
  'self::external_format_text();',
  '// external_format_text();',
])('is silent about %s', (code) => {
  expect(check(rule, version('[402, 405]'), payPath, text(code))).toEqual([]);
});

it('is silent where Moodle 4.1 is supported', () => {
  expect(check(rule, version('[401, 405]'), payPath, text('external_format_text($a);'))).toEqual([]);
});
