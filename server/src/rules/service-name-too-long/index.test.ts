import { plugin } from '../../features/shared/index.testkit.ts';
import { check, fixed, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceNameTooLong as rule } from './index.ts';

const text = (name: number, capability: number) =>
  `<?php\n$services = ['${'x'.repeat(name)}' => ['requiredcapability' => '${'y'.repeat(capability)}']];\n`;

it('finds what does not fit', () => {
  expect(check(rule, plugin, services, text(201, 151)).map((one) => one.replace(/^\w+: /, ''))).toEqual([
    'The column holds 200 characters, this has 201: the upgrade of the plugin fails.',
    'The column holds 150 characters, this has 151: the upgrade of the plugin fails.',
  ]);
  expect(check(rule, plugin, services, text(200, 150))).toEqual([]);
});

it('suggests what fits', () => {
  expect(fixed(rule, plugin, services, text(201, 1), `Rename to ${'x'.repeat(200)}`)).toBe(text(200, 1));
});
