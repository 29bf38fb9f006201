import { plugin } from '../../features/shared/index.testkit.ts';
import type { Tree } from '../../features/shared/index.testkit.ts';
import { findingsIn, services } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { serviceEnabledChange as rule } from './index.ts';

const text = (enabled: number) => `<?php\n$services = ['Shop' => ['functions' => [], 'enabled' => ${enabled}]];\n`;
const find = (now: number, base: Tree | undefined) =>
  findingsIn(rule, plugin, services, text(now), undefined, base).map(({ message }) => message);

it('finds a change against the base', () => {
  expect(find(1, { ...plugin, [services]: text(0) })).toEqual([
    'Only new installations see this: sites that have the service keep what they have.',
  ]);
});

it('is silent without a change, without a base, and about a new service', () => {
  expect(find(1, { ...plugin, [services]: text(1) })).toEqual([]);
  expect(find(1, undefined)).toEqual([]);
  expect(find(1, { ...plugin, [services]: '<?php\n' })).toEqual([]);
});
