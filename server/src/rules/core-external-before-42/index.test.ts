import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { coreExternalBefore42 as rule } from './index.ts';

const tree = (version: string) => ({
  ...plugin,
  '/code/local_shop/version.php': `<?php\n$plugin->component = 'local_shop';\n${version}\n`,
});
const text = plugin[payPath] ?? '';

it.each(['$plugin->requires = 2022112800;', '$plugin->supported = [401, 404];'])('finds it with %s', (version) => {
  expect(check(rule, tree(version), payPath, text)).toEqual([
    '\\core_external\\external_api: These classes are new in Moodle 4.2: on 4.1, which the plugin supports, PHP does not find them.',
  ]);
});

it.each(['$plugin->requires = 2023042400;', ''])('is silent with "%s"', (version) => {
  expect(check(rule, tree(version), payPath, text)).toEqual([]);
});

it('is silent where the file asks first', () => {
  const asking = text.replace(
    'class pay',
    "if (!class_exists('core_external\\external_api')) {\n    return;\n}\nclass pay",
  );
  expect(check(rule, tree('$plugin->requires = 2022112800;'), payPath, asking)).toEqual([]);
});

it('requires Moodle 4.2', () => {
  const version = '/code/local_shop/version.php';
  const old = tree('$plugin->requires = 2022112800;\n$plugin->supported = [401, 404];');
  expect(fixed(rule, old, payPath, text, 'Require Moodle 4.2', version)).toBe(
    tree('$plugin->requires = 2023042400;\n$plugin->supported = [402, 404];')[version],
  );
});
