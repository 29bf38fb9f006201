import { plugin } from '../../features/shared/index.testkit.ts';
import { check, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { structureAllownullVersion as rule } from './index.ts';

const text = (argument: string) =>
  (plugin[payPath] ?? '').replace(
    '([])',
    `(['a' => new \\core_external\\external_single_structure([], '', VALUE_DEFAULT, null${argument})])`,
  );
const version = (requires: number) => ({
  ...plugin,
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n$plugin->requires = ${requires};`,
});

it('finds it where a Moodle before 4.3 is supported', () => {
  expect(check(rule, version(2023042400), payPath, text(', NULL_ALLOWED'))).toEqual([
    'NULL_ALLOWED: Moodle 4.2 ignores this for structures: it refuses null there.',
  ]);
});

it.each([
  ['for newer versions', version(2024042200), ', NULL_ALLOWED'],
  ['without the argument', version(2023042400), ''],
  ['that does not allow it', version(2023042400), ', NULL_NOT_ALLOWED'],
  ['where nothing is known of versions', plugin, ', NULL_ALLOWED'],
])('is silent about a structure %s', (_, tree, argument) => {
  expect(check(rule, tree, payPath, text(argument))).toEqual([]);
});
