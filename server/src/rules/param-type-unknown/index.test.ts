import { plugin } from '../../features/shared/index.testkit.ts';
import { check, schemaFindings, schemaFixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { paramTypeUnknown as rule } from './index.ts';

it.each([
  [
    "'a' => new external_value(PARAM_STRING)",
    [
      'PARAM_STRING: Moodle has no type PARAM_STRING: PHP stops with an error as soon as the description is read. Did you mean PARAM_TEXT?',
    ],
  ],
  [
    "'a' => new external_value(PARAM_ITN, 'A')",
    [
      'PARAM_ITN: Moodle has no type PARAM_ITN: PHP stops with an error as soon as the description is read. Did you mean PARAM_INT?',
    ],
  ],
  [
    "'a' => new external_value(\\PARAM_SOMETHING_ELSE)",
    [
      'PARAM_SOMETHING_ELSE: Moodle has no type PARAM_SOMETHING_ELSE: PHP stops with an error as soon as the description is read.',
    ],
  ],
])('finds %s', (code, found) => {
  expect(schemaFindings(rule, code)).toEqual(found);
});

it.each([
  "'a' => new external_value(PARAM_INT)",
  "'a' => new external_value(\\PARAM_ALPHANUMEXT)",
  "'a' => new external_value($type)",
  "'a' => new external_value(MY_TYPE)",
  "'a' => new own_value(PARAM_STRING)",
])('is silent about %s', (code) => {
  expect(schemaFindings(rule, code)).toEqual([]);
});

it.each([['Change to PARAM_INT', "'a' => new external_value(PARAM_ID)", "'a' => new external_value(PARAM_INT)"]])(
  'suggests: %s',
  (title, before, after) => {
    expect(schemaFixed(rule, before, title)).toBe(after);
  },
);

it('knows constants of the plugin and of the tree', () => {
  const text = (plugin[payPath] ?? '').replace('([])', "(['a' => new \\core_external\\external_value(PARAM_SHOP)])");
  const more = { '/code/local_shop/lib.php': "<?php\ndefine('PARAM_SHOP', 'int');\n" };
  expect(check(rule, plugin, payPath, text)).toHaveLength(1);
  expect(check(rule, { ...plugin, ...more }, payPath, text)).toEqual([]);
});
