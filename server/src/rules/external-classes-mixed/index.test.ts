import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, payPath } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { externalClassesMixed as rule } from './index.ts';

const text = (name: string) =>
  `<?php\nnamespace local_shop\\external;\n\nuse core_external\\external_api;\n\nclass pay extends external_api {\n    public static function x() {\n        return new ${name}(PARAM_INT);\n    }\n}\n`;

it('finds both in a file, and changes the old ones', () => {
  expect(check(rule, plugin, payPath, text('\\external_value'))).toEqual([
    '\\external_value: One file uses old and new names of these classes: it works only after lib/externallib.php was loaded.',
  ]);
  expect(fixed(rule, plugin, payPath, text('\\external_value'))).toBe(text('\\core_external\\external_value'));
});

it('is silent about one of both', () => {
  expect(check(rule, plugin, payPath, text('\\core_external\\external_value'))).toEqual([]);
  expect(check(rule, plugin, payPath, text('external_api').replace('core_external\\', ''))).toEqual([]);
});
