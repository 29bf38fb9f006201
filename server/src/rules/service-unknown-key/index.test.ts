import { expect, it } from 'vitest';
import { plugin } from '../../features/shared/index.testkit.ts';
import { inService, serviceFixed, services } from '../rules.testkit.ts';
import { serviceUnknownKey as rule } from './index.ts';

const run = (service: string) => inService(rule, plugin, services, service);

it('finds keys that Moodle does not read, with the nearest one', () => {
  expect(run("'functions' => [], 'restricedusers' => 0")).toEqual([
    'restricedusers: Moodle does not read the key restricedusers. Did you mean restrictedusers?',
  ]);
  expect(run("'functions' => [], 'ajax' => true")).toEqual(['ajax: Moodle does not read the key ajax.']);
});

it('is silent about what Moodle reads', () => {
  const keys = [
    'functions',
    'enabled',
    'requiredcapability',
    'restrictedusers',
    'downloadfiles',
    'uploadfiles',
    'shortname',
  ];
  expect(run(keys.map((key) => `'${key}' => ''`).join(', '))).toEqual([]);
});

it('removes a key', () => {
  expect(serviceFixed(rule, "'functions' => [], 'ajax' => true", "Remove 'ajax'")).toBe("'functions' => []");
});
